import { frenchTypography } from '../../messages/typography.ts';
import type { MessageContext } from '../message-context.ts';

/** Under the sender: the lines that the creditor company signs with, then who it is by law. */
export function legalFooter({ language, entity }: MessageContext): string {
  const notice = language === 'fr' ? frenchTypography('Vos données :') : 'Your data:';
  const identity = [
    `${entity.name} ${entity.legalForm}`.trim(),
    entity.siren?.trim() ? `SIREN ${inThrees(entity.siren)}` : '',
    entity.address.replaceAll(/\s*\n\s*/g, ', ').trim(),
    entity.dataNoticeUrl?.trim() ? `${notice} ${entity.dataNoticeUrl.trim()}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return [...signatureLines(entity.signature), identity].filter((line) => line !== '').join('\n');
}

const signatureLines = (signature: string): string[] => signature.split('\n').map((line) => line.trim());

const inThrees = (siren: string): string => siren.replaceAll(/\s/g, '').replaceAll(/(.{3})(?=.)/g, '$1\u00a0');
