import type { Tx } from '@relance/db';
import {
  calendarOf,
  openContacts,
  pendingMessages,
  readAddressee,
  readClock,
  readCreditors,
  readOpenInvoices,
  recentMessages,
  type Addressee,
  type ClockReading,
  type Creditor,
  type OpenContact,
  type OpenInvoice,
  type PendingMessage,
  type RecentMessage,
} from '@relance/db/queries';
import type { Calendar } from '@relance/workflows/engine';

/** All that decides what a debtor is written now. */
export interface DebtorView {
  organisationId: string;
  debtorId: string;
  clock: ClockReading;
  addressee: Addressee;
  calendar: Calendar;
  contacts: OpenContact[];
  pending: PendingMessage[];
  recent: RecentMessage[];
  invoices: OpenInvoice[];
  creditors: Map<string, Creditor>;
}

/** Longest distance that a scenario may ask for, in days: older messages decide nothing. */
const LOOK_BACK_DAYS = 400;
const DAY_MS = 86_400_000;

export async function readDebtorView(tx: Tx, organisationId: string, debtorId: string): Promise<DebtorView | null> {
  const addressee = await readAddressee(tx, organisationId, debtorId);
  if (addressee === null) return null;
  const clock = await readClock(tx, organisationId);
  const contacts = await openContacts(tx, organisationId, debtorId);
  const since = new Date(Date.parse(clock.now) - LOOK_BACK_DAYS * DAY_MS).toISOString();
  const creditors = await readCreditors(
    tx,
    organisationId,
    contacts.map(({ entityId }) => entityId),
  );
  const year = Number(clock.now.slice(0, 4));
  const { country, closures, organisation } = addressee;
  return {
    organisationId,
    debtorId,
    clock,
    addressee,
    calendar: calendarOf({
      country,
      fallback: { country: organisation.country, timeZone: organisation.timeZone },
      closures,
      years: { from: year, to: year + 1 },
    }),
    contacts,
    pending: await pendingMessages(tx, organisationId, debtorId),
    recent: await recentMessages(tx, organisationId, debtorId, since),
    invoices: await readOpenInvoices(tx, organisationId, debtorId),
    creditors: new Map(creditors.map((row) => [row.id, row])),
  };
}
