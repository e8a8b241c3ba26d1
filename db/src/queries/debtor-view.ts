import type { DebtorSituation } from '@relance/workflows/policy';
import type { MessageMaterial } from '@relance/workflows/templates';
import type { Tx } from '../client.ts';
import { calendarOf } from './calendar.ts';
import type { OpenContact } from './contact.ts';
import { readCreditLines, type CreditLineRow } from './credit-line.ts';
import { earlierHandOvers, recentMessages, type RecentMessage } from './message.ts';
import {
  readAddressee,
  readCreditors,
  readLastCall,
  readOpenInvoices,
  type Addressee,
  type Creditor,
  type OpenInvoice,
} from './message-debtor.ts';
import { readMessageEdit } from './message-edit.ts';
import { readOwnTexts } from './own-text.ts';
import type { Standing } from './standing.ts';

/** All that decides what a debtor is written now. */
export interface DebtorView extends Standing, DebtorSituation {
  clock: Standing['clock'];
  addressee: Addressee;
  recent: RecentMessage[];
  invoices: OpenInvoice[];
  creditors: Map<string, Creditor>;
  credits: CreditLineRow[];
}

export async function readDebtorView(tx: Tx, standing: Standing): Promise<DebtorView> {
  const { organisationId, debtorId, clock, contacts } = standing;
  const addressee = await readAddressee(tx, organisationId, debtorId);
  if (addressee === null) throw new Error(`debtor ${debtorId} has contacts but does not exist`);
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
    recent: await recentMessages(tx, organisationId, [debtorId], clock.now),
    invoices: await readOpenInvoices(tx, organisationId, debtorId),
    credits: await readCreditLines(tx, organisationId, debtorId),
    creditors: new Map(creditors.map((row) => [row.id, row])),
  };
}

/** What is to leave together: the contacts that demand, and what stands there for information. */
export interface MessageGroup {
  demanded: readonly OpenContact[];
  listedInvoiceIds: readonly string[];
}

/** Everything that such a message is written from. */
export async function readMessageMaterial(
  tx: Tx,
  view: DebtorView,
  { demanded, listedInvoiceIds }: MessageGroup,
): Promise<MessageMaterial> {
  const [first] = demanded.toSorted((a, b) => b.tone - a.tone);
  const wanted = new Set(demanded.map(({ invoiceId }) => invoiceId));
  const table = view.invoices.filter(({ id }) => wanted.has(id));
  return {
    now: view.clock.now,
    calendar: view.calendar,
    addressee: view.addressee,
    creditor: (first && view.creditors.get(first.entityId)) ?? null,
    demanded,
    table,
    others: view.invoices.filter(({ id }) => listedInvoiceIds.includes(id)),
    credits: view.credits.filter(
      ({ entityId, currency }) => currency === first?.currency && (entityId ?? first.entityId) === first.entityId,
    ),
    earlier: await earlierHandOvers(
      tx,
      table.map(({ id }) => id),
    ),
    lastCall: await readLastCall(
      tx,
      demanded.map((row) => row.enrolmentId),
    ),
    own: await readOwnTexts(tx, view.organisationId, first?.template ?? ''),
    edit: await readMessageEdit(tx, view.organisationId, demanded),
  };
}
