import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit } from './audit.ts';
import type { Case } from './step.ts';

/**
 * Ends locked cases that have just been cancelled, without waiting for their next step, so that their invoices can enter
 * another scenario in the same transaction. A cancelled case ends as cancelled wherever it stands.
 */
export async function endCancelled(
  tx: Tx,
  organisationId: string,
  cases: readonly Pick<Case, 'id' | 'debtorId' | 'invoiceId'>[],
  { actor, at }: { actor: string; at: string },
): Promise<void> {
  await tx.execute(sql`
    update enrolment set status = 'ended', ended_at = ${at}, outcome_reason = 'cancelled', outcome_node_id = null,
      wake_at = null, held = false, held_until = null, held_reason = null, incident_code = null, incident_node_id = null,
      incident_event_no = null, poked_at = null, poke_count = 0,
      state = state || '{"tokens": [], "held": null, "incident": null, "outcome": {"reason": "cancelled", "nodeId": null}}'
    where org_id = ${organisationId} and id = any(${sql.param(cases.map(({ id }) => id))}::uuid[])`);
  await appendAudit(
    tx,
    organisationId,
    cases.map(({ id: enrolmentId, debtorId, invoiceId }) => ({
      at,
      actor,
      kind: 'ended',
      reason: 'cancelled',
      enrolmentId,
      debtorId,
      invoiceId,
    })),
  );
}
