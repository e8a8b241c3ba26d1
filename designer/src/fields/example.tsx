import { Icon } from '../ui/index.ts';

/** A date that makes a delay concrete; nothing when none can be said. */
export function Example({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className="fd-example">
      <Icon name="calendar" size={14} />
      <span>{text}</span>
    </p>
  );
}
