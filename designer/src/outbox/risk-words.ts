import type { Translate } from '../i18n/index.ts';
import type { OutboxGroup } from './outbox.ts';

/** Why a message stands before others, in words. */
export function riskWords(risks: OutboxGroup['risks'], t: Translate): string[] {
  return risks.map((risk) => t(`outbox.risk.${risk}`));
}
