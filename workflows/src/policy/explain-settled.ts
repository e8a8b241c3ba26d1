import type { EndReason } from '../engine/command.ts';
import type { Text } from '../messages/text.ts';

/** A message that has left, with what made it leave. */
export interface SentReason {
  /** Step of the scenario and the scenario, as they are named. */
  step: string;
  scenario: string;
  /** Days by which the gravest demanded invoice was late when it left; zero or less: it was not due yet. */
  daysLate: number;
  /** Invoices that it demanded. */
  invoices: number;
  /** A person had read it and let it leave. */
  confirmed: boolean;
  /** Hand-over of the demand before it; null: there was none. */
  previousAt: string | null;
  tone: number;
  minimumDistanceDays: number;
  /** Own text of the organisation; null: the standard one. */
  templateVersion: number | null;
  edited: boolean;
}

/** Why a message was sent. The values `at` and `until` of a phrase are instants. */
export function explainSent(sent: SentReason): Text[] {
  const { step, scenario, daysLate, invoices, previousAt } = sent;
  const late = daysLate > 0 ? 'why.sent.late' : 'why.sent.before-due';
  const words = sent.edited ? 'edited' : sent.templateVersion === null ? 'standard' : 'own';
  return [
    { key: 'why.sent.step', values: { step, scenario } },
    { key: late, values: { count: Math.abs(daysLate) } },
    ...(invoices > 1 ? [{ key: 'why.sent.together', values: { count: invoices } }] : []),
    ...(sent.confirmed ? [{ key: 'why.sent.confirmed' }] : []),
    ...(sent.tone === 0 ? [] : [distanceText(previousAt, sent.minimumDistanceDays)]),
    { key: `why.sent.text-${words}`, ...(words === 'own' && { values: { version: sent.templateVersion ?? 0 } }) },
  ];
}

function distanceText(previousAt: string | null, count: number): Text {
  if (previousAt === null) return { key: 'why.sent.first' };
  return { key: 'why.sent.distance', values: { at: previousAt, count } };
}

/** How a planned message ended that did not leave, or may not have. */
export interface SettledReason {
  status: 'covered' | 'not-sent' | 'unknown' | 'cancelled';
  reason: string | null;
  /** Hand-over of the message that covers it, for `covered`. */
  coveredAt: string | null;
}

/** Ends that have words of their own; anything else is what the mail server said. */
export const UNSENT_REASONS = [
  'paid',
  'credited',
  'cancelled',
  'ended',
  'covered-by-credits',
  'dropped',
  'bounced',
  'lost',
  'moved',
  'skipped',
  'joined',
  'retried',
] as const;

/** Ends of a case that withdraw its messages and need no words of their own. */
const OTHER_ENDS: readonly EndReason[] = ['settled', 'written-off', 'handed-over', 'insolvency', 'due', 'other'];

/** Why a planned message was not sent. */
export function explainSettled({ status, reason, coveredAt }: SettledReason): Text {
  if (status === 'unknown') return { key: 'why.unknown' };
  if (status === 'covered') {
    return coveredAt === null ? { key: 'why.cover' } : { key: 'why.covered', values: { at: coveredAt } };
  }
  const known = UNSENT_REASONS.find((each) => each === reason);
  if (known !== undefined) return { key: `why.not-sent.${known}` };
  if (status === 'cancelled' && OTHER_ENDS.some((each) => each === reason)) return { key: 'why.not-sent.ended' };
  return status === 'not-sent' && reason !== null
    ? { key: 'why.not-sent.refused', values: { reason } }
    : { key: 'why.not-sent.withdrawn' };
}
