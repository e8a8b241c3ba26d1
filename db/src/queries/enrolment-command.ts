import { inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { enrolment } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { suspendContacts } from './contact-suspend.ts';
import { releaseWaits } from './contact.ts';
import { recordEvents, type NewEvent } from './event.ts';
import { poke } from './outbox.ts';
import { withdrawDemands } from './settle-demands.ts';
import type { Case } from './step.ts';

export type EnrolmentCommand =
  /** `until` null: until somebody resumes it. */
  | { type: 'hold'; until: string | null; untilAt: string | null }
  | { type: 'resume' }
  | { type: 'skip'; nodeId: string }
  | { type: 'move'; nodeId: string }
  | { type: 'retry' }
  /** `mayReenter`: the rules of assignment may put the invoice into a scenario again. */
  | { type: 'cancel'; mayReenter?: boolean | undefined };

export interface CommandContext {
  actor: string;
  reason: string;
  /** Organisation's time. */
  at: string;
}

type Target = Pick<Case, 'id' | 'debtorId' | 'invoiceId'>;

/**
 * Records what a person wants of locked cases: events, lines of their timelines, and what must hold from this moment on,
 * whoever is running: a held case asks for nothing, a cancelled one neither.
 */
export async function commandCases(
  tx: Tx,
  organisationId: string,
  cases: readonly Target[],
  command: EnrolmentCommand,
  context: CommandContext,
): Promise<void> {
  if (cases.length === 0) return;
  const { type, ...data } = command;
  const nodeId = 'nodeId' in command ? command.nodeId : null;
  await appendAudit(
    tx,
    organisationId,
    cases.map(({ id: enrolmentId, debtorId, invoiceId }) => ({
      ...context,
      kind: type,
      enrolmentId,
      debtorId,
      invoiceId,
      nodeId,
      data,
    })),
  );
  await takeEffect(tx, organisationId, cases, command, context);
  await recordEvents(
    tx,
    organisationId,
    cases.map(({ id }) => eventOf(id, command, context)),
  );
}

function eventOf(enrolmentId: string, command: EnrolmentCommand, context: CommandContext): NewEvent {
  const common = { enrolmentId, ...context };
  switch (command.type) {
    case 'hold':
      return { ...common, kind: 'held', data: { until: command.until, untilAt: command.untilAt } };
    case 'resume':
      return { ...common, kind: 'resumed', data: {} };
    case 'skip':
      return { ...common, kind: 'skip', data: { nodeId: command.nodeId } };
    case 'move':
      return { ...common, kind: 'move', data: { nodeId: command.nodeId } };
    case 'retry':
      return { ...common, kind: 'retry', data: {} };
    default:
      return { ...common, kind: 'cancelled', data: {} };
  }
}

async function takeEffect(
  tx: Tx,
  organisationId: string,
  cases: readonly Target[],
  command: EnrolmentCommand,
  { actor, reason, at }: CommandContext,
): Promise<void> {
  const enrolmentIds = cases.map(({ id }) => id);
  const set = (change: Partial<typeof enrolment.$inferInsert>) =>
    tx.update(enrolment).set(change).where(inArray(enrolment.id, enrolmentIds));
  switch (command.type) {
    case 'hold':
      await set({ held: true, heldUntil: command.until, heldReason: reason });
      await suspendContacts(tx, organisationId, { enrolmentIds }, { waitingFor: 'hold', reason, at });
      break;
    case 'resume':
      await set({ held: false, heldUntil: null, heldReason: null });
      await releaseWaits(tx, organisationId, { waitingFor: 'hold', enrolmentIds }, at);
      break;
    case 'cancel':
      await set({ closing: 'cancelled', mayReenter: command.mayReenter ?? false });
      await withdrawDemands(tx, organisationId, {
        enrolmentIds,
        invoiceIds: [],
        reason: 'cancelled',
        actor,
        at,
      });
      await poke(tx, organisationId, 'debtor', [...new Set(cases.map(({ debtorId }) => debtorId))]);
      break;
    case 'skip':
    case 'move':
    case 'retry':
      break;
  }
}
