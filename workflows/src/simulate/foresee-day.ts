import type { Command } from '../engine/command.ts';
import { hasDemandBefore } from '../engine/demand-before.ts';
import type { ContactPolicy } from '../policy/contact-policy.ts';
import { jitter } from '../policy/slot.ts';
import type { OpenContact } from '../policy/open-contact.ts';
import { dispatchDay } from './dispatch-day.ts';
import { enterCase, type DayOfCase } from './enter-case.ts';
import type { DebtorOutlook, NewCase } from './new-case.ts';

/** What the first day of new cases comes to. */
export interface ForeseenDay {
  cases: number;
  messages: number;
  /** Debtors that are written to. */
  debtors: number;
  /** Messages that a person has to confirm before. */
  toConfirm: number;
  /** Debtors that somebody is to call. */
  calls: number;
  /** Debtors to whom nothing leaves because nobody there can be written to. */
  withoutAddress: number;
  /** Messages that do not leave because credits and unallocated money cover what they ask for. */
  coveredByCredits: number;
  /** Invoices whose message comes on a later day: the debtor was written to a short while ago. */
  later: number;
  /** Where old invoices enter, the fullest step first. */
  lateEntries: { scenarioId: string; nodeId: string; label: string; cases: number }[];
}

export interface DayRequest {
  cases: readonly NewCase[];
  debtors: ReadonlyMap<string, DebtorOutlook>;
  /** The instant at which they enter, and the end of the day. */
  from: string;
  until: string;
  policy: ContactPolicy;
}

/**
 * What would leave, be asked and be withheld on the first day of new cases, by the engine and the policy that decide it
 * when it comes. Sending is supposed to be on and the ledger fresh. Pure.
 */
export function foreseeDay({ cases, debtors, from, until, policy }: DayRequest): ForeseenDay {
  const days = cases.map((it) => enterCase(it, from, until));
  const foreseen: ForeseenDay = {
    cases: cases.length,
    messages: 0,
    debtors: 0,
    toConfirm: 0,
    calls: 0,
    withoutAddress: 0,
    coveredByCredits: 0,
    later: 0,
    lateEntries: lateEntriesOf(days),
  };
  for (const [debtorId, own] of byDebtor(days)) {
    const outlook = debtors.get(debtorId);
    const [first] = own;
    if (outlook === undefined || first === undefined) continue;
    const { calendar } = first.it.facts;
    const contacts = own.flatMap((day) => contactsOf(day, outlook, until));
    const freely = { calendar, until, policy };
    const leaving = dispatchDay(
      contacts.filter(({ waitingFor }) => waitingFor === null),
      outlook,
      freely,
    );
    // a person is asked only for what could leave once they agree
    const asked = dispatchDay(
      contacts
        .filter(({ waitingFor }) => waitingFor !== null)
        .map((contact): OpenContact => ({ ...contact, waitingFor: null })),
      outlook,
      { ...freely, policy: { ...policy, hours: null } },
    );
    foreseen.messages += leaving.messages;
    foreseen.debtors += Math.min(1, leaving.messages);
    foreseen.toConfirm += asked.messages;
    foreseen.coveredByCredits += leaving.coveredByCredits + asked.coveredByCredits;
    foreseen.later += leaving.later + asked.later;
    foreseen.withoutAddress += Math.min(1, leaving.withoutAddress + asked.withoutAddress);
    foreseen.calls += Math.min(1, own.filter(({ commands }) => commands.some(isCall)).length);
  }
  return foreseen;
}

function isCall(command: Command): boolean {
  return command.kind === 'open-task' && command.taskKind === 'call';
}

const MINUTE_MS = 60_000;

/** The contacts that a case plans that day, as the dispatcher will find them. */
function contactsOf(
  { it, commands }: DayOfCase,
  { ref, reachable, quietUntil }: DebtorOutlook,
  until: string,
): OpenContact[] {
  return commands.flatMap((command): OpenContact[] => {
    if (command.kind !== 'plan-contact') return [];
    const ripe = Date.parse(command.slotAt) + (1 + jitter(ref)) * MINUTE_MS;
    const slotAt = new Date(Math.min(ripe, Date.parse(until))).toISOString();
    return [
      {
        id: `${it.invoiceId} ${command.nodeId} ${command.visit}`,
        enrolmentId: it.invoiceId,
        invoiceId: it.invoiceId,
        entityId: it.entityId,
        currency: it.currency,
        template: command.template,
        tone: command.tone,
        demandBefore: hasDemandBefore(it.plan, command.nodeId),
        minimumDistanceDays: command.minimumDistanceDays,
        status: 'planned',
        waitingFor: command.mode === 'automatic' ? null : 'confirmation',
        slotAt,
        plannedAt: command.slotAt,
        enrolmentStatus: 'live',
        closing: null,
        held: false,
        invoiceStatus: 'open',
        balance: it.balance,
        excluded: false,
        disputed: false,
        reachable,
        confirmed: false,
        quietUntil,
      },
    ];
  });
}

function byDebtor(days: readonly DayOfCase[]): Map<string, DayOfCase[]> {
  const groups = new Map<string, DayOfCase[]>();
  for (const day of days) {
    const group = groups.get(day.it.debtorId);
    if (group === undefined) groups.set(day.it.debtorId, [day]);
    else group.push(day);
  }
  return groups;
}

function lateEntriesOf(days: readonly DayOfCase[]): ForeseenDay['lateEntries'] {
  const entries = new Map<string, ForeseenDay['lateEntries'][number]>();
  for (const { it, enteredAt: nodeId } of days) {
    const node = nodeId === null ? undefined : it.plan.nodes[nodeId];
    // entering at a wait is entering at nothing yet
    if (nodeId === null || node === undefined || node.type === 'wait') continue;
    const key = `${it.scenarioId} ${nodeId}`;
    const entry = entries.get(key) ?? { scenarioId: it.scenarioId, nodeId, label: node.label, cases: 0 };
    entries.set(key, { ...entry, cases: entry.cases + 1 });
  }
  return [...entries.values()].toSorted((a, b) => b.cases - a.cases);
}
