import { MESSAGES, say } from '@relance/workflows/messages';
import type { Language } from '../i18n/index.ts';

/** What people call a template. */
export function templateName(id: string, language: Language): string {
  const key = `template.${id}`;
  return Object.hasOwn(MESSAGES, key) ? say({ key }, language) : id;
}
