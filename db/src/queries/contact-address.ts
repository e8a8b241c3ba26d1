import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, task } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { releaseWaits } from './contact.ts';
import { openDebtorTasks } from './debtor-task.ts';
import { usableAddress } from './usable-address.ts';

const OUTCOMES = [
  { id: 'found', label: 'outcome.found', fields: [{ id: 'email', type: 'text' as const, required: true }] },
  { id: 'none', label: 'outcome.none', fields: [] },
];

/** Opens one task per debtor that asks a person for an e-mail address, unless one is open or claimed already. */
export function openAddressTasks(tx: Tx, organisationId: string, debtorIds: readonly string[], at: string) {
  return openDebtorTasks(tx, organisationId, { kind: 'address', outcomes: OUTCOMES, debtorIds, at });
}

/** Tells of an address that a person found, on the timeline of every case that waits for one. */
export async function noteAddressFound(
  tx: Tx,
  organisationId: string,
  { debtorId, actor, at, taskId }: { debtorId: string; actor: string; at: string; taskId: string },
): Promise<void> {
  const waiting = await tx
    .selectDistinct({ enrolmentId: contact.enrolmentId, invoiceId: contact.invoiceId })
    .from(contact)
    .where(
      and(
        eq(contact.orgId, organisationId),
        eq(contact.debtorId, debtorId),
        eq(contact.status, 'planned'),
        eq(contact.waitingFor, 'address'),
      ),
    );
  const common = { at, actor, kind: 'address-found', debtorId, taskId, ref: taskId };
  await appendAudit(tx, organisationId, waiting.length > 0 ? waiting.map((row) => ({ ...common, ...row })) : [common]);
}

/**
 * Call after addresses of debtors were added: where a usable one is there now, the task that asked for it is closed and
 * the contacts that waited get a slot. Debtors without one are left waiting. Returns how many contacts were released.
 */
export async function releaseAddressWaits(
  tx: Tx,
  organisationId: string,
  debtorIds: readonly string[],
  at: string,
): Promise<number> {
  if (debtorIds.length === 0) return 0;
  const { rows } = await tx.execute<{ debtor_id: string }>(sql`
    select distinct debtor_id from person p
    where org_id = ${organisationId} and debtor_id = any(${sql.param([...debtorIds])}::uuid[]) and ${usableAddress}`);
  const reachable = rows.map((row) => row.debtor_id);
  if (reachable.length === 0) return 0;
  const closed = await tx
    .update(task)
    .set({
      status: 'cancelled',
      rev: sql`${task.rev} + 1`,
      closedAt: at,
      closedBy: 'system',
      closedReason: 'address-known',
    })
    .where(
      and(
        eq(task.orgId, organisationId),
        inArray(task.debtorId, reachable),
        eq(task.kind, 'address'),
        inArray(task.status, ['open', 'claimed']),
      ),
    )
    .returning({ id: task.id, debtorId: task.debtorId });
  await appendAudit(
    tx,
    organisationId,
    closed.map(({ id, debtorId }) => ({
      at,
      actor: 'system',
      kind: 'task-closed',
      debtorId,
      taskId: id,
      ref: id,
      reason: 'address-known',
    })),
  );
  return releaseWaits(tx, organisationId, { waitingFor: 'address', debtorIds: reachable }, at);
}
