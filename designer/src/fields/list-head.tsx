import { type ReactNode, useId } from 'react';
import { Icon } from '../ui/index.ts';

/** Label, hint and finding of a field that holds a list. */
export function ListHead({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="fd-stack">
      <span id={id} className="fd-label">
        {label}
      </span>
      {hint && <span className="fd-hint">{hint}</span>}
      {children}
      {error && (
        <span className="fd-error" role="alert">
          <Icon name="warn" size={12} />
          {error}
        </span>
      )}
    </div>
  );
}
