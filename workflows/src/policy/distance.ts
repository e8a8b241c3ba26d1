import { epochMs, isoInstant } from '../engine/instant.ts';
import type { PlannedContact, RecentMessage } from './dispatch.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A demand that was handed over. */
export type Demand = RecentMessage & { handedOverAt: string };

export type Verdict = { kind: 'free' } | { kind: 'covered'; messageId: string } | { kind: 'deferred'; until: string };

/**
 * Within the minimum distance (the larger of both sides) after a demand, another one is covered if that message showed its
 * invoice at the same or a graver tone; else it waits until the distance has passed.
 */
export function judgeDistance(contact: PlannedContact, past: readonly Demand[], now: string): Verdict {
  const near = past
    .map((message) => ({ message, until: distanceEnd(contact, message) }))
    .filter(({ until }) => until > epochMs(now));
  if (near.length === 0) return { kind: 'free' };
  const covering = near
    .filter(({ message }) => message.tone >= contact.tone && shows(message, contact.invoiceId))
    .toSorted((a, b) => epochMs(b.message.handedOverAt) - epochMs(a.message.handedOverAt));
  const [last] = covering;
  if (last !== undefined) return { kind: 'covered', messageId: last.message.id };
  return { kind: 'deferred', until: isoInstant(Math.max(...near.map(({ until }) => until))) };
}

function distanceEnd(contact: PlannedContact, { handedOverAt, minimumDistanceDays }: Demand): number {
  return epochMs(handedOverAt) + Math.max(contact.minimumDistanceDays, minimumDistanceDays) * DAY_MS;
}

function shows({ invoiceIds, listedInvoiceIds }: RecentMessage, invoiceId: string): boolean {
  return invoiceIds.includes(invoiceId) || listedInvoiceIds.includes(invoiceId);
}
