import type { Tx } from '@relance/db';
import {
  appendAudit,
  cancelStep,
  dropContact,
  openTask,
  planContact,
  poke,
  releaseContact,
  type AuditEntry,
  type Case,
} from '@relance/db/queries';
import type { Command, NoteKind } from '@relance/workflows/engine';
import { slotFor } from '@relance/workflows/policy';

export interface CommandsToWrite {
  case: Case;
  commands: readonly Command[];
  /** Whether the case is held after this step. */
  heldNow: boolean;
  /** Organisation's time. */
  now: string;
}

type Entry = Omit<AuditEntry, 'at' | 'actor' | 'enrolmentId' | 'debtorId' | 'invoiceId'>;

/** Writes what the engine asked for, with a line of the timeline for each, and pokes the debtor when a message may be due. */
export async function writeCommands(tx: Tx, organisationId: string, request: CommandsToWrite): Promise<void> {
  const { case: it, commands, heldNow, now } = request;
  const entries: Entry[] = [];
  for (const command of commands) entries.push(...(await write(tx, organisationId, it, command, now)));
  await appendAudit(
    tx,
    organisationId,
    entries.map((entry) => ({
      at: now,
      actor: 'scenario',
      enrolmentId: it.id,
      debtorId: it.debtorId,
      invoiceId: it.invoiceId,
      ...entry,
    })),
  );
  const mayLeave = commands.some(({ kind }) => kind === 'plan-contact' || kind === 'release-contact');
  if (mayLeave || heldNow !== it.held) await poke(tx, organisationId, 'debtor', [it.debtorId]);
}

async function write(tx: Tx, organisationId: string, it: Case, command: Command, now: string): Promise<Entry[]> {
  switch (command.kind) {
    case 'plan-contact': {
      const { nodeId, visit, template, tone } = command;
      const slotAt = command.mode === 'automatic' ? nextSlot(command.slotAt, now, it.debtorRef) : null;
      const ref = await planContact(tx, organisationId, { case: it, command, slotAt, at: now });
      return [{ kind: 'contact-planned', nodeId, visit, ref, data: { template, tone, slotAt } }];
    }
    case 'release-contact': {
      const { nodeId, visit } = command;
      const slotAt = nextSlot(command.slotAt, now, it.debtorRef);
      const ref = await releaseContact(tx, { case: it, nodeId, visit, slotAt });
      return ref === null ? [] : [{ kind: 'contact-released', nodeId, visit, ref, data: { slotAt } }];
    }
    case 'drop-contact': {
      const { nodeId, visit, reason } = command;
      const ref = await dropContact(tx, { case: it, nodeId, visit, reason, at: now });
      return ref === null ? [] : [{ kind: 'contact-dropped', nodeId, visit, ref, reason }];
    }
    case 'open-task': {
      const { nodeId, visit, taskKind, dueAt } = command;
      const { taskId, joined } = await openTask(tx, organisationId, { case: it, command, at: now });
      const kind = joined ? 'task-joined' : 'task-opened';
      return [{ kind, nodeId, visit, taskId, ref: taskId, data: { taskKind, dueAt } }];
    }
    case 'cancel-step': {
      const { nodeId, visit, reason } = command;
      const { taskIds, contactIds } = await cancelStep(tx, organisationId, {
        case: it,
        nodeId,
        visit,
        reason,
        at: now,
      });
      return [
        ...taskIds.map((taskId) => ({ kind: 'task-left', nodeId, visit, reason, taskId, ref: taskId })),
        ...contactIds.map((ref) => ({ kind: 'contact-cancelled', nodeId, visit, reason, ref })),
      ];
    }
    case 'note': {
      const { note, nodeId, visit, data } = command;
      return [{ kind: TIMELINE[note], nodeId, visit, data }];
    }
    case 'end':
      return [{ kind: 'ended', nodeId: command.nodeId, reason: command.reason }];
    case 'incident':
      break;
  }
  return [{ kind: 'incident', nodeId: command.nodeId, reason: command.code }];
}

const MINUTE_MS = 60_000;

/** A minute after this step at the earliest: the cases of a debtor that step at one instant are then ripe together. */
function nextSlot(slotAt: string, now: string, debtorRef: string): string {
  return slotFor(new Date(Math.max(Date.parse(slotAt), Date.parse(now)) + MINUTE_MS).toISOString(), debtorRef);
}

/** The timeline's words for what changes nothing. */
const TIMELINE: Record<NoteKind, string> = {
  entered: 'step-entered',
  'entered-late': 'entered-late',
  'wait-started': 'wait-started',
  'wait-passed': 'wait-passed',
  decided: 'decided',
  held: 'held',
  resumed: 'resumed',
  skipped: 'skipped',
  moved: 'moved',
  left: 'step-left',
  ignored: 'event-ignored',
};
