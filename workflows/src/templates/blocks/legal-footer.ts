import { frenchTypography } from '../../messages/typography.ts';
import type { MessageContext } from '../message-context.ts';

export function legalFooter({ language, entity }: MessageContext): string {
  const notice = language === 'fr' ? frenchTypography('Vos données :') : 'Your data:';
  return [
    `${entity.name} ${entity.legalForm}`.trim(),
    entity.siren?.trim() ? `SIREN ${inThrees(entity.siren)}` : '',
    entity.address.replaceAll(/\s*\n\s*/g, ', ').trim(),
    entity.dataNoticeUrl?.trim() ? `${notice} ${entity.dataNoticeUrl.trim()}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const inThrees = (siren: string): string => siren.replaceAll(/\s/g, '').replaceAll(/(.{3})(?=.)/g, '$1\u00a0');
