import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function promiseLine({ language, promise }: MessageContext): string {
  if (promise === null) return '';
  const format = formatter(language);
  const amount = format.money(promise.amount);
  const date = format.longDate(promise.date);
  return language === 'fr' ? `${amount} le ${date}.` : `${amount} on ${date}.`;
}
