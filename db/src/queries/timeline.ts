import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { audit, debtor } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

const COLUMNS = {
  id: audit.id,
  at: audit.at,
  recordedAt: audit.recordedAt,
  kind: audit.kind,
  nodeId: audit.nodeId,
  visit: audit.visit,
  actor: audit.actor,
  reason: audit.reason,
  ref: audit.ref,
  data: audit.data,
};

/** What happened to one enrolment or about one debtor, newest first. */
export function readTimeline(
  tx: Tx,
  organisationId: string,
  { of, page }: { of: { enrolmentId: string } | { debtorId: string }; page: ListPage },
) {
  const whose = 'enrolmentId' in of ? eq(audit.enrolmentId, of.enrolmentId) : ofDebtor(of.debtorId);
  return tx
    .select(COLUMNS)
    .from(audit)
    .where(and(eq(audit.orgId, organisationId), whose, after(audit.id, page)))
    .orderBy(desc(audit.id))
    .limit(rowsOf(page));
}

/** What happened to those that turned out to be this debtor happened to it. */
function ofDebtor(debtorId: string) {
  return sql`${audit.debtorId} in (
    select d.id from ${debtor} d where d.id = ${debtorId} or d.merged_into = ${debtorId})`;
}

export type TimelineRow = Awaited<ReturnType<typeof readTimeline>>[number];

/** Every visit of a step, oldest first, with what its rows say. */
export function readVisits(tx: Tx, organisationId: string, enrolmentId: string) {
  return tx
    .select({ at: audit.at, kind: audit.kind, nodeId: audit.nodeId, visit: audit.visit, data: audit.data })
    .from(audit)
    .where(and(eq(audit.orgId, organisationId), eq(audit.enrolmentId, enrolmentId), isNotNull(audit.nodeId)))
    .orderBy(audit.id);
}
