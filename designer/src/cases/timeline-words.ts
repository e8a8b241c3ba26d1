import { say } from '@relance/workflows/messages';
import type { Outputs } from '../api.ts';
import type { Formats, Language, Translate } from '../i18n/index.ts';
import { isMessageKey } from '../i18n/index.ts';
import type { ActorName } from '../session/use-actor-name.ts';
import type { IconName, Phase } from '../ui/index.ts';

export type TimelineRow = Outputs['enrolments']['timeline']['items'][number];
export type TimelineGroup = 'contact' | 'task' | 'money' | 'decision';

/** What rows need from around them to be told: names of steps, outcomes and people. */
export interface Telling {
  t: Translate;
  f: Formats;
  language: Language;
  stepName: (nodeId: string) => string | undefined;
  outcomeName: (nodeId: string, outcome: string) => string;
  actorName: ActorName;
}

export interface Told {
  group: TimelineGroup;
  tile: { phase: Phase; icon: IconName };
  what: string;
  /** Reasons and people, in grey. */
  why: string[];
}

type Look = [group: TimelineGroup, phase: Phase, icon: IconName];
const contact: Look = ['contact', 'remind', 'mail'];
const stopped: Look = ['contact', 'close', 'mail'];
const task: Look = ['task', 'talk', 'task'];
const money: Look = ['money', 'agree', 'euro'];
const decision: Look = ['decision', 'logic', 'decision'];
const waiting: Look = ['decision', 'logic', 'clock'];
const alarm: Look = ['decision', 'escalate', 'warn'];

/** How each kind of row looks. */
export const TIMELINE_LOOKS: Record<string, Look> = {
  enrolled: ['decision', 'logic', 'start'],
  'entered-late': ['decision', 'logic', 'start'],
  'wait-started': waiting,
  'wait-passed': waiting,
  decided: decision,
  skipped: decision,
  moved: decision,
  'event-ignored': decision,
  resumed: waiting,
  hold: ['decision', 'logic', 'pause'],
  resume: waiting,
  skip: decision,
  move: decision,
  retry: decision,
  cancel: ['decision', 'close', 'stop'],
  ended: ['decision', 'close', 'end'],
  incident: alarm,
  'contact-planned': contact,
  'contact-released': contact,
  'contact-dropped': stopped,
  'contact-cancelled': stopped,
  'contact-covered': stopped,
  'contact-deferred': ['contact', 'logic', 'clock'],
  'contact-waiting': ['contact', 'logic', 'pause'],
  'message-handed-over': contact,
  'message-edited': contact,
  'message-bounced': ['contact', 'escalate', 'bounce'],
  'address-bounced': ['contact', 'escalate', 'bounce'],
  'contact-confirmed': contact,
  'contact-set-aside': ['contact', 'logic', 'pause'],
  'debtor-played': ['contact', 'talk', 'comment'],
  'reply-logged': ['contact', 'talk', 'comment'],
  'quiet-ended': contact,
  'message-refused': ['contact', 'escalate', 'bounce'],
  'message-unknown': ['contact', 'escalate', 'warn'],
  'message-released': ['contact', 'logic', 'clock'],
  'message-late-answer': contact,
  'message-arrived': contact,
  'message-lost': ['contact', 'escalate', 'bounce'],
  'address-found': contact,
  'task-opened': task,
  'task-joined': task,
  'task-left': task,
  'task-closed': task,
  'task-completed': ['task', 'talk', 'check'],
  'task-claimed': ['task', 'logic', 'user'],
  'task-released': ['task', 'logic', 'user'],
  paid: money,
  'balance-changed': money,
  'credit-recorded': money,
  'credit-closed': money,
  'payment-recorded': money,
  'payment-allocated': money,
  'payment-unallocated': money,
  'remainder-written-off': money,
  'invoice-disputed': ['decision', 'escalate', 'warn'],
  'dispute-settled': ['decision', 'agree', 'check'],
  'invoice-excluded': ['decision', 'close', 'stop'],
  'invoice-included': waiting,
  'debtor-excluded': ['decision', 'close', 'stop'],
  'debtor-included': waiting,
  'debtor-updated': decision,
  'debtor-merged': decision,
  'debtor-merged-into': decision,
  'debtor-unmerged': decision,
  'debtor-distinct': decision,
  'person-added': contact,
  'person-updated': contact,
};

/** Kinds that another row of the same instant tells better. */
export const UNTOLD = new Set(['step-entered', 'step-left', 'held', 'message-reserved', 'contact-settled']);

const UNKNOWN: Look = ['decision', 'logic', 'info'];

// The words of the row say it already; a released contact's reason is what it no longer waits for.
const OWN_REASON = new Set(['ended', 'contact-released']);

/** A row of the trail in the person's words; null for what another row tells. */
export function tellRow(row: TimelineRow, telling: Telling): Told | null {
  if (UNTOLD.has(row.kind)) return null;
  const [group, phase, icon] = TIMELINE_LOOKS[row.kind] ?? UNKNOWN;
  return { group, tile: { phase, icon }, what: whatOf(row, telling), why: whyOf(row, telling) };
}

function whatOf(row: TimelineRow, telling: Telling): string {
  const { t, f, language, stepName, outcomeName } = telling;
  const { kind, nodeId, data = {}, reason } = row;
  const date = textOf(data.until);
  const amount = moneyText(data, f);
  const key = `timeline.what.${variantOf(kind, date, amount)}`;
  // a moved case names the step that it entered, not one that it was in
  const about = nodeId ?? textOf(data.to);
  const step = (about && stepName(about)) ?? t('cases.step.debtor');
  const values: Record<string, string> = {
    step,
    date: date === null ? '' : dateText(date, f),
    outcome: nodeId ? outcomeName(nodeId, textOf(data.outcome) ?? '') : (textOf(data.outcome) ?? ''),
    reason: kind === 'ended' ? say({ key: `end-reason.${reason ?? 'other'}` }, language) : '',
    amount: amount ?? '',
    name: textOf(data.name) ?? '',
  };
  if (!isMessageKey(key)) return t('timeline.what.other');
  return (t as (key: string, values: Record<string, string>) => string)(key, values);
}

/** Some kinds have two sentences: with what they may carry, and without it. */
function variantOf(kind: string, date: string | null, amount: string | null): string {
  if (kind === 'hold' && date === null) return 'hold-open';
  return kind === 'invoice-disputed' && amount !== null ? 'invoice-disputed-amount' : kind;
}

function whyOf(row: TimelineRow, telling: Telling): string[] {
  const { t, actorName } = telling;
  const why: string[] = [];
  if (row.reason && !OWN_REASON.has(row.kind)) why.push(whyText(row.kind, row.reason, telling));
  const by = textOf(row.data?.by);
  if (by !== null && isMessageKey(`timeline.reason.${by}`)) why.push(reasonText(by, t));
  const name = actorName(row.actor);
  if (name) why.push(t('timeline.by', { name }));
  return why;
}

/** Why something is contested stands on a list of its own. */
function whyText(kind: string, reason: string, { t, language }: Telling): string {
  const key = `dispute-reason.${reason}`;
  const words = kind === 'invoice-disputed' ? say({ key }, language) : key;
  return words === key ? reasonText(reason, t) : words;
}

/** A reason of the product in words; what a person typed stays as typed. */
export function reasonText(reason: string, t: Translate): string {
  const key = `timeline.reason.${reason.replace(/^missing: .*/s, 'refused').replace(/^database-\w+$/, 'database')}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : reason;
}

function moneyText(data: Record<string, unknown>, f: Formats): string | null {
  const { currency } = data;
  const minor = data.balance ?? data.amount;
  if (typeof minor !== 'number' || typeof currency !== 'string') return null;
  const decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const digits = String(Math.abs(minor)).padStart((decimals ?? 2) + 1, '0');
  const cut = digits.length - (decimals ?? 2);
  const sign = minor < 0 ? '-' : '';
  return f.money({ amount: sign + (decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits), currency });
}

const dateText = (value: string, f: Formats): string =>
  value.includes('T') ? f.instant(value) : f.date(value, 'weekday');

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
