import { newId, type Tx } from '@relance/db';
import { earlierHandOvers, readLastCall, type Creditor, type OpenContact, type OpenInvoice } from '@relance/db/queries';
import { countDays, dayOf, type Tone } from '@relance/workflows/engine';
import {
  checkMessage,
  findTemplate,
  render,
  valuesOf,
  variablesOf,
  type MessageContext,
  type RenderedMessage,
} from '@relance/workflows/templates';
import type { DebtorView } from './debtor-view.ts';
import { recipientsOf } from './recipients.ts';

/** What is to leave together: the contacts that demand, and what stands there for information. */
export interface MessageGroup {
  demanded: readonly OpenContact[];
  listedInvoiceIds: readonly string[];
}

export interface ComposedMessage extends RenderedMessage {
  id: string;
  messageIdHeader: string;
  language: 'fr' | 'en';
  template: string;
  tone: number;
  minimumDistanceDays: number;
  to: string[];
  from: string;
  replyTo: string | null;
  answerBy: string | null;
  invoices: { invoiceId: string; demanded: boolean; balance: number }[];
}

export type Composition = { message: ComposedMessage } | { missing: string[] };

const DEFAULT_ANSWER_IN = { amount: 8, unit: 'day' } as const;
const DAYS_OF_BUSINESS_DAY = 2;

/** Writes a group's text as it will leave, or says what it lacks. */
export async function composeMessage(tx: Tx, view: DebtorView, group: MessageGroup): Promise<Composition> {
  const [gravest] = group.demanded.toSorted((a, b) => b.tone - a.tone);
  const creditor = gravest ? view.creditors.get(gravest.entityId) : undefined;
  if (!gravest || !creditor) return { missing: ['entity_name'] };
  const template = findTemplate(gravest.template);
  if (template === null) return { missing: [`template:${gravest.template}`] };
  const language = view.addressee.language ?? creditor.language;
  const recipients = recipientsOf(view.addressee.persons, [
    ...new Set(group.demanded.flatMap((row) => row.recipients)),
  ]);
  const used = variablesOf(`${template.texts[language].subject}\n${template.texts[language].body}`);
  const answerBy = answerByOf(view, group.demanded, used.includes('answer_by_date'));
  const table = invoicesOf(
    view,
    group.demanded.map((row) => row.invoiceId),
  );
  const others = used.includes('other_overdue_block') ? invoicesOf(view, group.listedInvoiceIds) : [];
  const context: MessageContext = {
    language,
    tone: gravest.tone as Tone,
    currency: gravest.currency,
    today: dayOf(view.clock.now, view.calendar).toString(),
    debtor: { kind: view.addressee.kind, ref: view.addressee.ref },
    person: recipients.length === 1 ? (recipients[0] ?? null) : null,
    entity: creditor,
    sender: senderOf(creditor),
    invoices: table,
    otherOverdue: others,
    answerBy,
    previousContacts: used.includes('previous_contacts_line') ? await earlierDays(tx, view, table) : [],
    mediator: null,
    ...(used.includes('call_date') ? await lastCall(tx, view, group.demanded) : { call: null, promise: null }),
  };
  const values = valuesOf(context);
  const missing: string[] = checkMessage(template, language, values);
  const from = creditor.emailFrom?.trim() ?? '';
  if (from === '') missing.push('sender_email');
  if (missing.length > 0) return { missing: [...new Set(missing)].toSorted() };
  const id = newId();
  return {
    message: {
      ...render(template, language, values),
      id,
      messageIdHeader: `<${id}@${from.split('@').at(-1) ?? 'relance'}>`,
      language,
      template: template.id,
      tone: gravest.tone,
      minimumDistanceDays: Math.max(...group.demanded.map((row) => row.minimumDistanceDays)),
      to: recipients.map(({ email }) => email),
      from: `"${creditor.name.replaceAll(/["\\\r\n]/g, ' ')}" <${from}>`,
      replyTo: creditor.replyTo?.trim() || null,
      answerBy,
      invoices: [
        ...table.map(({ id: invoiceId, balance }) => ({ invoiceId, balance, demanded: true })),
        ...others.map(({ id: invoiceId, balance }) => ({ invoiceId, balance, demanded: false })),
      ],
    },
  };
}

function senderOf({ senderName, senderRole, senderPhone, replyTo, emailFrom }: Creditor): MessageContext['sender'] {
  return { name: senderName, role: senderRole, phone: senderPhone, email: replyTo?.trim() || emailFrom };
}

function invoicesOf(view: DebtorView, ids: readonly string[]): OpenInvoice[] {
  const wanted = new Set(ids);
  return view.invoices.filter(({ id }) => wanted.has(id));
}

/** The hand-over day plus the longest time that one of the cases gives; a wording that names a day always gets one. */
function answerByOf(view: DebtorView, demanded: readonly OpenContact[], needed: boolean): string | null {
  const delays = demanded.flatMap(({ answerIn }) => (answerIn === null ? [] : [answerIn]));
  const [longest] = delays.toSorted((a, b) => length(b) - length(a));
  const delay = longest ?? (needed ? DEFAULT_ANSWER_IN : null);
  if (delay === null) return null;
  return countDays(dayOf(view.clock.now, view.calendar), delay, view.calendar).toString();
}

function length({ amount, unit }: { amount: number; unit: 'day' | 'business-day' }): number {
  return unit === 'day' ? amount : amount * DAYS_OF_BUSINESS_DAY;
}

async function earlierDays(tx: Tx, view: DebtorView, table: readonly OpenInvoice[]): Promise<string[]> {
  const instants = await earlierHandOvers(
    tx,
    table.map(({ id }) => id),
  );
  return instants.map((at) => dayOf(at, view.calendar).toString());
}

async function lastCall(
  tx: Tx,
  view: DebtorView,
  demanded: readonly OpenContact[],
): Promise<Pick<MessageContext, 'call' | 'promise'>> {
  const found = await readLastCall(
    tx,
    demanded.map((row) => row.enrolmentId),
  );
  if (found === null) return { call: null, promise: null };
  const { summary, date, amount } = found.values ?? {};
  const money = amount as { amount?: unknown; currency?: unknown } | null | undefined;
  const promised = found.outcome === 'promised' && typeof date === 'string' && typeof money?.amount === 'number';
  return {
    call: {
      date: dayOf(found.at, view.calendar).toString(),
      outcome: found.outcome,
      summary: typeof summary === 'string' ? summary : null,
    },
    promise: promised ? { date, amount: { amount: money.amount as number, currency: String(money.currency) } } : null,
  };
}
