import { MESSAGES, say } from '@relance/workflows/messages';
import type { Language } from '../../i18n/index.ts';

/** What people call a thing that an outcome asks for: the scenario's own word, else the product's. */
export function formLabel({ id, label }: { id: string; label?: string }, language: Language): string {
  if (label !== undefined && label !== '') return label;
  const key = `form.${id}`;
  return Object.hasOwn(MESSAGES, key) ? say({ key }, language) : id;
}
