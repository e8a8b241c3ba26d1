import { MESSAGES, say } from '@relance/workflows/messages';
import type { Language } from '../i18n/index.ts';

/** What people call a type of step; an unknown type is shown by its own name. */
export function typeName(type: string, language: Language): string {
  const key = `node.${type}.name`;
  return Object.hasOwn(MESSAGES, key) ? say({ key }, language) : type;
}
