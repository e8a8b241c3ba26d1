import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function callDate({ language, call }: MessageContext): string {
  return call === null ? '' : formatter(language).longDate(call.date);
}
