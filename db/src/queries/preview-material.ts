import type { Language } from '@relance/workflows/messages';
import type { MessageMaterial, Template, TemplateText } from '@relance/workflows/templates';
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, enrolment, invoice } from '../schema/index.ts';
import { calendarOf } from './calendar.ts';
import { readCreditLines } from './credit-line.ts';
import { earlierHandOvers } from './message.ts';
import { readAddressee, readCreditors, readLastCall, readOpenInvoices } from './message-debtor.ts';

export interface PreviewedInvoice {
  id: string;
  number: string;
  debtorId: string;
  debtorName: string;
  entityId: string;
  currency: string;
}

const COLUMNS = {
  id: invoice.id,
  number: invoice.number,
  debtorId: invoice.debtorId,
  debtorName: debtor.name,
  entityId: invoice.entityId,
  currency: invoice.currency,
};

/** The open invoice to show a wording on: the one asked for, else the one that is overdue the longest; null: none. */
export async function findPreviewInvoice(
  tx: Tx,
  organisationId: string,
  { invoiceId, today }: { invoiceId: string | null; today: string },
): Promise<PreviewedInvoice | null> {
  const open = and(eq(invoice.orgId, organisationId), eq(invoice.status, 'open'), gt(invoice.balance, 0));
  const wanted = invoiceId === null ? lt(invoice.dueDate, today) : eq(invoice.id, invoiceId);
  const [row] = await tx
    .select(COLUMNS)
    .from(invoice)
    .innerJoin(debtor, eq(debtor.id, invoice.debtorId))
    .where(and(open, wanted))
    .orderBy(asc(invoice.dueDate), asc(invoice.id))
    .limit(1);
  return row ?? null;
}

export interface PreviewRequest {
  invoice: PreviewedInvoice;
  template: Pick<Template, 'id' | 'tone'>;
  language: Language;
  text: TemplateText;
  now: string;
  today: string;
}

/** What a message with this one invoice would be written from now, in these words and this language. */
export async function readPreviewMaterial(
  tx: Tx,
  organisationId: string,
  { invoice: shown, template, language, text, now, today }: PreviewRequest,
): Promise<MessageMaterial> {
  const { debtorId, entityId, currency } = shown;
  const addressee = await readAddressee(tx, organisationId, debtorId);
  if (addressee === null) throw new Error(`invoice ${shown.id} has no debtor`);
  const { country, closures, organisation } = addressee;
  const year = Number(now.slice(0, 4));
  const invoices = (await readOpenInvoices(tx, organisationId, debtorId)).filter(
    (row) => row.entityId === entityId && row.currency === currency,
  );
  const [creditor] = await readCreditors(tx, organisationId, [entityId]);
  const credits = await readCreditLines(tx, organisationId, debtorId);
  return {
    now,
    calendar: calendarOf({ country, fallback: organisation, closures, years: { from: year, to: year + 1 } }),
    addressee: { ...addressee, language },
    creditor: creditor ?? null,
    demanded: [
      {
        entityId,
        currency,
        template: template.id,
        tone: template.tone,
        recipients: ['billing'],
        answerIn: null,
        minimumDistanceDays: 0,
      },
    ],
    table: invoices.filter(({ id }) => id === shown.id),
    others: invoices.filter(({ id, held, dueDate }) => id !== shown.id && !held && dueDate < today),
    credits: credits.filter((row) => row.currency === currency && (row.entityId ?? entityId) === entityId),
    earlier: await earlierHandOvers(tx, [shown.id]),
    // a recap is shown as if somebody had called today where nobody has yet
    lastCall: (await lastCallOf(tx, organisationId, shown.id)) ?? { at: now, outcome: 'reached', values: null },
    own: {},
    edit: text,
  };
}

async function lastCallOf(tx: Tx, organisationId: string, invoiceId: string) {
  const cases = await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(eq(enrolment.orgId, organisationId), eq(enrolment.invoiceId, invoiceId)))
    .orderBy(sql`${enrolment.id} desc`);
  return cases.length === 0
    ? null
    : readLastCall(
        tx,
        cases.map(({ id }) => id),
      );
}
