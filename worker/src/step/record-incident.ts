import { inOrganisation } from '@relance/db';
import { appendAudit, lockCase, markIncident, readClock } from '@relance/db/queries';
import type { StepReply } from '@relance/workflows/contract';
import type { Deps } from '../deps.ts';
import { failureCode } from './failure-code.ts';
import { NOBODY, replyOf } from './reply.ts';

/** After a step that threw: its transaction is rolled back, the case stands still with a code until somebody acts. */
export async function recordIncident(
  { app }: Pick<Deps, 'app'>,
  organisationId: string,
  enrolmentId: string,
  error: unknown,
): Promise<StepReply> {
  const code = failureCode(error);
  return inOrganisation(app, organisationId, async (tx) => {
    const found = await lockCase(tx, organisationId, enrolmentId);
    if (!found || found.status === 'ended') return NOBODY;
    const clock = await readClock(tx, organisationId);
    const { debtorId, invoiceId, nextEventNo } = found;
    await markIncident(tx, found, code);
    await appendAudit(tx, organisationId, [
      { at: clock.now, actor: 'system', kind: 'incident', enrolmentId, debtorId, invoiceId, reason: code },
    ]);
    return replyOf({ ...found, incidentCode: code, incidentEventNo: nextEventNo }, clock);
  });
}
