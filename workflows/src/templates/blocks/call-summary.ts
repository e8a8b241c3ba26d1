import type { Language } from '../../messages/text.ts';
import { frenchTypography } from '../../messages/typography.ts';
import type { MessageContext } from '../message-context.ts';

const BY_OUTCOME: Readonly<Record<string, Record<Language, string>>> = {
  promised: {
    fr: 'Vous m’avez annoncé le règlement suivant :',
    en: 'You told me that you will pay as follows:',
  },
  'paid-already': {
    fr: 'Vous m’avez indiqué que le règlement est déjà parti ; nous vérifions sa réception.',
    en: 'You told me that the payment has already left; we are checking that it arrives.',
  },
  disputed: {
    fr: 'Vous m’avez fait part d’une contestation ; nous l’examinons.',
    en: 'You told me about a disagreement; we are looking into it.',
  },
  'cannot-pay': {
    fr: 'Vous m’avez fait part d’une difficulté de paiement ; cherchons ensemble un calendrier réaliste.',
    en: 'You told me about a difficulty in paying; let us look for a realistic schedule together.',
  },
};

/** What the agent wrote of the call; without it, what its outcome says. */
export function callSummary({ language, call }: MessageContext): string {
  if (call === null) return '';
  const typed = call.summary?.trim() ?? '';
  if (typed !== '') return typed;
  const wording = BY_OUTCOME[call.outcome];
  if (!wording) return '';
  return language === 'fr' ? frenchTypography(wording.fr) : wording.en;
}
