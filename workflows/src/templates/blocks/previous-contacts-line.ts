import { frenchTypography } from '../../messages/typography.ts';
import { formatter } from '../formatter.ts';
import type { MessageContext } from '../message-context.ts';

export function previousContactsLine({ language, previousContacts }: MessageContext): string {
  const days = [...new Set(previousContacts)].toSorted();
  if (days.length === 0) return '';
  const dates = formatter(language).dateList(days);
  if (language === 'en') return `Our earlier ${days.length === 1 ? 'message' : 'messages'}: ${dates}.`;
  return `${frenchTypography(days.length === 1 ? 'Notre précédent message :' : 'Nos précédents messages :')} ${dates}.`;
}
