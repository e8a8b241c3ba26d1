import { isEmailAddress } from './email-address.ts';
import { isIban } from './iban.ts';

/** What of a creditor company stands in every message. */
export interface EntityIdentity {
  name: string;
  accountHolder: string | null;
  iban: string | null;
  emailFrom: string | null;
  senderName: string;
}

export type EntityGap = keyof EntityIdentity;

/** What a creditor company lacks before anything can leave in its name; empty: messages can leave. */
export function entityGaps({ name, accountHolder, iban, emailFrom, senderName }: EntityIdentity): EntityGap[] {
  const gaps: [EntityGap, boolean][] = [
    ['name', name.trim() === ''],
    ['accountHolder', (accountHolder ?? '').trim() === ''],
    ['iban', !isIban(iban ?? '')],
    ['emailFrom', !isEmailAddress((emailFrom ?? '').trim())],
    ['senderName', senderName.trim() === ''],
  ];
  return gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : []));
}
