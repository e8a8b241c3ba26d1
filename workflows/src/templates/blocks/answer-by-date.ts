import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function answerByDate({ language, answerBy }: MessageContext): string {
  return answerBy === null ? '' : formatter(language).longDate(answerBy);
}
