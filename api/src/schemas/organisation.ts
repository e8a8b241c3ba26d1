import { minutesBetween } from '@relance/workflows/fields';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { filledLine, line } from './line.ts';
import { givenMoney, money } from './money.ts';
import { givenCountry, givenCurrency, givenTimeZone } from './place.ts';
import { language } from './session.ts';
import { text } from './text.ts';
import { date, givenDate, instant, timeOfDay } from './time.ts';

export const organisationCreate = z.strictObject({
  name: filledLine(),
  country: givenCountry,
  language,
  currency: givenCurrency,
  timeZone: givenTimeZone,
  /** Of its first creditor company; the organisation's own if not given. */
  entityName: filledLine().optional(),
});

export const organisationCreated = z.object({
  id,
  entityId: id,
  /** A manager's key, for a caller without a session; shown once. */
  apiKey: z.string().nullable(),
});

const HOURS_OF_A_YEAR = 8_760;
const replyHoldDays = z.int().min(0).max(60);
const staleAfterHours = z.int().min(1).max(HOURS_OF_A_YEAR);
const batchFactor = z.number().min(1).max(1_000);
const contactsAtMost = z.int().min(1).max(100);

export const settings = z.object({
  name: z.string(),
  country: z.string(),
  language,
  timeZone: z.string(),
  currency: z.string(),
  /** Invoices stand in the ledger: the currency is settled. */
  currencyFixed: z.boolean(),
  tolerance: money,
  toleranceAbroad: money,
  replyHoldDays,
  staleAfterHours: staleAfterHours.nullable(),
  batchFactor: batchFactor.nullable(),
  /** Most messages to one debtor in seven days; null: any number. */
  messagesPerWeek: contactsAtMost.nullable(),
  messagesPerWeekConsumer: contactsAtMost.nullable(),
  /** Attempts to call one debtor in a day; null: any number. */
  callsPerDay: contactsAtMost.nullable(),
  callsPerDayConsumer: contactsAtMost.nullable(),
  /** Between these times messages leave by themselves on open days; null: at any time. */
  sendHours: z.object({ from: timeOfDay, until: timeOfDay }).nullable(),
  closures: z.array(z.object({ day: date, label: z.string() })),
});

export const settingsUpdate = z.strictObject({
  name: filledLine().optional(),
  country: givenCountry.optional(),
  language: language.optional(),
  timeZone: givenTimeZone.optional(),
  currency: givenCurrency.optional(),
  tolerance: givenMoney.optional(),
  toleranceAbroad: givenMoney.optional(),
  replyHoldDays: replyHoldDays.optional(),
  staleAfterHours: staleAfterHours.nullable().optional(),
  batchFactor: batchFactor.nullable().optional(),
  messagesPerWeek: contactsAtMost.nullable().optional(),
  messagesPerWeekConsumer: contactsAtMost.nullable().optional(),
  callsPerDay: contactsAtMost.nullable().optional(),
  callsPerDayConsumer: contactsAtMost.nullable().optional(),
  sendHours: z
    .strictObject({ from: timeOfDay, until: timeOfDay })
    .refine(({ from, until }) => minutesBetween(from, until) >= 60, {
      path: ['until'],
      message: 'at least an hour after the beginning',
      when: ({ issues }) => issues.length === 0,
    })
    .nullable()
    .optional(),
});

const MOST_CLOSURES = 1_000;

export const closuresSet = z
  .strictObject({
    closures: z.array(z.strictObject({ day: givenDate, label: line().default('') })).max(MOST_CLOSURES),
  })
  .refine(({ closures }) => new Set(closures.map(({ day }) => day)).size === closures.length, {
    path: ['closures'],
    message: 'each day once',
    when: ({ issues }) => issues.length === 0,
  });

export const sending = z.object({
  on: z.boolean(),
  /** Where messages go: never out of a sandbox; null while no worker has said whether the installation has a server. */
  wayOut: z.enum(['own', 'installation', 'mailbox']).nullable(),
  /** What waits for nothing but this switch. */
  heldBack: z.object({ messages: z.int(), debtors: z.int() }),
});

export const sendingSet = z.strictObject({ on: z.boolean(), reason: text().optional() });

export const mailServer = z.object({
  server: z
    .object({
      host: z.string(),
      port: z.int(),
      security: z.enum(['tls', 'starttls', 'none']),
      username: z.string().nullable(),
      /** Whether a password is kept; it is never shown. */
      hasPassword: z.boolean(),
      /** Since it was last changed. */
      testedAt: instant.nullable(),
    })
    .nullable(),
});

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const IPV6 = /^[0-9a-f:]+:[0-9a-f:.]*$/i;

export const mailServerSet = z.strictObject({
  host: line(253).refine((value) => HOST.test(value) || IPV6.test(value), 'a host name or address'),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: filledLine(320).nullable(),
  /** Absent: the one that is kept stays. */
  password: text(1_000)
    .refine((value) => value !== '', 'must not be empty')
    .nullable()
    .optional(),
});

export const mailTestGet = z.strictObject({ id: givenId });
export const mailTest = z.object({
  id,
  to: z.string(),
  status: z.enum(['planned', 'sent', 'failed']),
  reason: z.enum(['refused', 'unreachable', 'password', 'security', 'unreadable', 'unknown']).nullable(),
  /** What the server said, where it refused the message itself. */
  detail: z.string().nullable(),
});
