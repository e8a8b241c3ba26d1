import type { MessageContext } from '../message-context.ts';

export function greeting({ language, person }: MessageContext): string {
  const name = person?.name.trim() ?? '';
  if (language === 'fr') return name === '' ? 'Bonjour,' : `Bonjour ${name},`;
  return name === '' ? 'Hello,' : `Dear ${name},`;
}
