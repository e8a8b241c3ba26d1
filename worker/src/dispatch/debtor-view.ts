import type { Tx } from '@relance/db';
import {
  calendarOf,
  readAddressee,
  readCreditors,
  readOpenInvoices,
  recentMessages,
  type Addressee,
  type Creditor,
  type OpenInvoice,
  type RecentMessage,
} from '@relance/db/queries';
import type { Calendar } from '@relance/workflows/engine';
import type { Standing } from './standing.ts';

/** All that decides what a debtor is written now. */
export interface DebtorView extends Standing {
  addressee: Addressee;
  calendar: Calendar;
  recent: RecentMessage[];
  invoices: OpenInvoice[];
  creditors: Map<string, Creditor>;
}

/** Longest distance that a scenario may ask for, in days: older messages decide nothing. */
const LOOK_BACK_DAYS = 400;
const DAY_MS = 86_400_000;

export async function readDebtorView(tx: Tx, standing: Standing): Promise<DebtorView> {
  const { organisationId, debtorId, clock, contacts } = standing;
  const addressee = await readAddressee(tx, organisationId, debtorId);
  if (addressee === null) throw new Error(`debtor ${debtorId} has contacts but does not exist`);
  const since = new Date(Date.parse(clock.now) - LOOK_BACK_DAYS * DAY_MS).toISOString();
  const entityIds = contacts.map(({ entityId }) => entityId);
  const creditors = await readCreditors(tx, organisationId, entityIds);
  const year = Number(clock.now.slice(0, 4));
  const { country, closures, organisation } = addressee;
  return {
    ...standing,
    addressee,
    calendar: calendarOf({
      country,
      fallback: { country: organisation.country, timeZone: organisation.timeZone },
      closures,
      years: { from: year, to: year + 1 },
    }),
    recent: await recentMessages(tx, organisationId, debtorId, since),
    invoices: await readOpenInvoices(tx, organisationId, debtorId),
    creditors: new Map(creditors.map((row) => [row.id, row])),
  };
}
