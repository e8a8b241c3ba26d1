import { countDays, dayOf } from '../engine/calendar.ts';
import type { Tone } from '../engine/command.ts';
import type { Calendar } from '../engine/facts.ts';
import type { Delay } from '../plan/plan.ts';
import type { Language } from '../messages/text.ts';
import { checkMessage } from './check-message.ts';
import type { CreditLine, InvoiceLine, MessageContext } from './message-context.ts';
import { recipientsOf, type Correspondent } from './recipients.ts';
import { render, type RenderedMessage } from './render.ts';
import type { Template, TemplateText } from './template.ts';
import { findTemplate } from './templates.ts';
import { valuesOf } from './blocks/index.ts';
import { variablesOf } from './variables.ts';

/** A contact that is to leave in the message, with what its step says of it. */
export interface DemandedContact {
  entityId: string;
  currency: string;
  template: string;
  tone: number;
  recipients: readonly string[];
  answerIn: Delay | null;
  minimumDistanceDays: number;
}

/** Who writes. */
export type MessageCreditor = MessageContext['entity'] & {
  language: Language;
  emailFrom: string | null;
  replyTo: string | null;
  senderName: string;
  senderRole: string;
  senderPhone: string;
};

/** All that a message is written from, read by the caller. Instants ISO 8601 in UTC, amounts in minor units. */
export interface MessageMaterial {
  now: string;
  calendar: Calendar;
  addressee: {
    language: Language | null;
    kind: MessageContext['debtor']['kind'];
    ref: string;
    persons: readonly Correspondent[];
    /** The collector who looks after the debtor: signs and is answered. */
    owner: { name: string; email: string } | null;
  };
  creditor: MessageCreditor | null;
  demanded: readonly DemandedContact[];
  /** The demanded contacts' invoices, and the others that stand there for information, each by due date. */
  table: readonly (InvoiceLine & { id: string })[];
  others: readonly (InvoiceLine & { id: string })[];
  credits: readonly CreditLine[];
  /** Hand-overs of earlier demands of the table's invoices. */
  earlier: readonly string[];
  lastCall: { at: string; outcome: string; values: Record<string, unknown> | null } | null;
  /** The organisation's own words by language, where it has any. */
  own: Partial<Record<Language, TemplateText & { version: number }>>;
  /** What somebody wrote for this one message. */
  edit: TemplateText | null;
}

export interface ComposedMessage extends RenderedMessage {
  language: Language;
  template: string;
  templateVersion: number | null;
  edited: boolean;
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

/** Writes a group's text as it will leave, or says what it lacks. Pure. */
export function composeMessage(material: MessageMaterial): Composition {
  const { demanded, creditor, addressee, now, calendar } = material;
  const [gravest] = demanded.toSorted((a, b) => b.tone - a.tone);
  if (!gravest || !creditor) return { missing: ['entity_name'] };
  const standard = findTemplate(gravest.template);
  if (standard === null) return { missing: [`template:${gravest.template}`] };
  const language = addressee.language ?? creditor.language;
  const template = worded(standard, language, material);
  const text = template.texts[language];
  const recipients = recipientsOf(addressee.persons, [...new Set(demanded.flatMap((row) => row.recipients))]);
  const used = variablesOf(`${text.subject}\n${text.body}`);
  const answerBy = answerByOf(material, used.includes('answer_by_date'));
  const others = used.includes('other_overdue_block') ? material.others : [];
  const values = valuesOf({
    language,
    tone: gravest.tone as Tone,
    currency: gravest.currency,
    today: dayOf(now, calendar).toString(),
    debtor: { kind: addressee.kind, ref: addressee.ref },
    person: recipients.length === 1 ? (recipients[0] ?? null) : null,
    entity: creditor,
    sender: senderOf(material, creditor),
    invoices: material.table,
    credits: material.credits,
    otherOverdue: others,
    answerBy,
    previousContacts: material.earlier.map((at) => dayOf(at, calendar).toString()),
    mediator: null,
    ...lastCallOf(material),
  });
  const missing: string[] = checkMessage(template, language, values);
  const from = creditor.emailFrom?.trim() ?? '';
  if (from === '') missing.push('sender_email');
  if (missing.length > 0) return { missing: [...new Set(missing)].toSorted() };
  return {
    message: {
      ...render(template, language, values),
      language,
      template: template.id,
      templateVersion: material.own[language]?.version ?? null,
      edited: material.edit !== null,
      tone: gravest.tone,
      minimumDistanceDays: Math.max(...demanded.map((row) => row.minimumDistanceDays)),
      to: recipients.map(({ email }) => email),
      from: `"${creditor.name.replaceAll(/["\\\r\n]/g, ' ')}" <${from}>`,
      replyTo: addressee.owner?.email ?? (creditor.replyTo?.trim() || null),
      answerBy,
      invoices: [
        ...material.table.map(({ id: invoiceId, balance }) => ({ invoiceId, balance, demanded: true })),
        ...others.map(({ id: invoiceId, balance }) => ({ invoiceId, balance, demanded: false })),
      ],
    },
  };
}

/** This one message's text, else the organisation's own, else the standard one. */
function worded(standard: Template, language: Language, { own, edit }: MessageMaterial): Template {
  const text = edit ?? own[language];
  return text ? { ...standard, texts: { ...standard.texts, [language]: text } } : standard;
}

/** The collector who looks after the debtor, else the creditor's default. */
function senderOf({ addressee: { owner } }: MessageMaterial, creditor: MessageCreditor): MessageContext['sender'] {
  const { senderName, senderRole, senderPhone, replyTo, emailFrom } = creditor;
  return {
    name: owner?.name ?? senderName,
    role: senderRole,
    phone: senderPhone,
    email: owner?.email ?? (replyTo?.trim() || emailFrom),
  };
}

/** The hand-over day plus the longest time that one of the cases gives; a wording that names a day always gets one. */
function answerByOf({ demanded, now, calendar }: MessageMaterial, needed: boolean): string | null {
  const delays = demanded.flatMap(({ answerIn }) => (answerIn === null ? [] : [answerIn]));
  const [longest] = delays.toSorted((a, b) => length(b) - length(a));
  const delay = longest ?? (needed ? DEFAULT_ANSWER_IN : null);
  if (delay === null) return null;
  return countDays(dayOf(now, calendar), delay, calendar).toString();
}

function length({ amount, unit }: Delay): number {
  return unit === 'day' ? amount : amount * DAYS_OF_BUSINESS_DAY;
}

function lastCallOf({ lastCall, calendar }: MessageMaterial): Pick<MessageContext, 'call' | 'promise'> {
  if (lastCall === null) return { call: null, promise: null };
  const { summary, date, amount } = lastCall.values ?? {};
  const money = amount as { amount?: unknown; currency?: unknown } | null | undefined;
  const promised = lastCall.outcome === 'promised' && typeof date === 'string' && typeof money?.amount === 'number';
  return {
    call: {
      date: dayOf(lastCall.at, calendar).toString(),
      outcome: lastCall.outcome,
      summary: typeof summary === 'string' ? summary : null,
    },
    promise: promised ? { date, amount: { amount: money.amount as number, currency: String(money.currency) } } : null,
  };
}
