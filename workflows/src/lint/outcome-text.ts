import type { TextValue } from '../messages/text.ts';
import type { Outcome } from '../nodes/outcomes-of.ts';

/** An outcome's name inside a message. */
export function outcomeText({ label }: Outcome): TextValue {
  return 'key' in label ? { key: label.key } : label.text;
}
