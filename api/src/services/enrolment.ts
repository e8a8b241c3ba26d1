import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  currentVersion,
  enrolInvoices,
  findEnrolment,
  readDay,
  readEnrolments,
  readInvoiceIds,
  readTimeline,
  readVersions,
  readVisits,
  type EnrolmentRow,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/enrolment.ts';
import { isId } from '../schemas/id.ts';
import { listFrom } from '../schemas/list.ts';
import { enrolmentsOf } from './enrolment-view.ts';
import { timelineRowOf } from './timeline-view.ts';

/** Reading many rows one by one may take longer than one statement should. */
const READING = { isolation: 'repeatable read' } as const;

/** Puts invoices under the scenario's last published version; what cannot enter is told with the reason. */
export function createEnrolments(
  { caller, work }: Allowed,
  { scenarioId, invoiceIds, filter }: z.infer<typeof schemas.enrolmentCreate>,
): Promise<z.infer<typeof schemas.enrolmentCreated>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const version = await currentVersion(tx, organisationId, scenarioId);
    if (!version) throw notFound('scenario');
    const { versionId } = version;
    if (versionId === null) throw refused('unpublished', 'Publish the scenario before invoices can enter it.');
    const { now: at, today } = await readDay(tx, organisationId);
    const asked = filter ? await readInvoiceIds(tx, organisationId, { filters: filter, today }) : (invoiceIds ?? []);
    const known = asked.map((id) => id.toLowerCase()).filter(isId);
    const odd = asked.filter((id) => !isId(id.toLowerCase()));
    const { enrolled, skipped } = await enrolInvoices(tx, organisationId, {
      scenarioId,
      versionId,
      invoiceIds: known,
      actor,
      at,
    });
    const unknown = odd.map((invoiceId) => ({ invoiceId, reason: 'unknown' }));
    return { enrolled, skipped: [...skipped, ...unknown] };
  });
}

export function listEnrolments(
  { caller, work }: Allowed,
  { limit, cursor, ...filters }: z.infer<typeof schemas.enrolmentList>,
): Promise<z.infer<typeof schemas.enrolments>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const rows = await readEnrolments(tx, caller.organisationId, { filters, page });
    const { items, nextCursor } = listFrom(rows, page);
    return { items: await enrolmentsOf(tx, caller.organisationId, items), nextCursor };
  }, READING);
}

export function getEnrolment(
  { caller, work }: Allowed,
  { id }: z.infer<typeof schemas.enrolmentGet>,
): Promise<z.infer<typeof schemas.enrolment>> {
  return work((tx) => readEnrolment(tx, caller.organisationId, id), READING);
}

/** One enrolment as people see it. */
export async function readEnrolment(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<z.infer<typeof schemas.enrolment>> {
  const row = await findEnrolment(tx, organisationId, id);
  const [enrolment] = row ? await enrolmentsOf(tx, organisationId, [row]) : [];
  if (!enrolment) throw notFound('enrolment');
  return enrolment;
}

export function listTimeline(
  { caller, work }: Allowed,
  { id, limit, cursor }: z.infer<typeof schemas.timelineList>,
): Promise<z.infer<typeof schemas.timeline>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    await requireEnrolment(tx, caller.organisationId, id);
    const rows = await readTimeline(tx, caller.organisationId, { of: { enrolmentId: id }, page });
    const { items, nextCursor } = listFrom(rows, page);
    return { items: items.map(timelineRowOf), nextCursor };
  });
}

/** The drawing that a case follows, where it has been and where it stands. */
export function getEnrolmentGraph(
  { caller, work }: Allowed,
  { id }: z.infer<typeof schemas.enrolmentGet>,
): Promise<z.infer<typeof schemas.enrolmentGraph>> {
  return work(async (tx) => {
    const row = await requireEnrolment(tx, caller.organisationId, id);
    const [version] = await readVersions(tx, caller.organisationId, [row.versionId]);
    if (!version) throw new Error(`enrolment ${id} follows a version that is not there`);
    return {
      graph: version.graph,
      version: row.version,
      scenarioName: row.scenarioName,
      visited: visitsOf(await readVisits(tx, caller.organisationId, id)),
      tokens: (row.state?.tokens ?? []).map(({ nodeId, visit }) => ({ nodeId, visit })),
    };
  }, READING);
}

async function requireEnrolment(tx: Tx, organisationId: string, id: string): Promise<EnrolmentRow> {
  const row = await findEnrolment(tx, organisationId, id);
  if (!row) throw notFound('enrolment');
  return row;
}

type Visit = z.infer<typeof schemas.enrolmentGraph>['visited'][number];

/** One line per visit of a step: since when, and by which outcome the case left it. */
function visitsOf(rows: Awaited<ReturnType<typeof readVisits>>): Visit[] {
  const visits = new Map<string, Visit>();
  for (const { at, nodeId, visit, data } of rows) {
    if (nodeId === null || visit === null) continue;
    const key = `${nodeId} ${visit}`;
    const known = visits.get(key) ?? { nodeId, visit, at };
    const outcome = data?.['outcome'];
    visits.set(key, typeof outcome === 'string' ? { ...known, outcome } : known);
  }
  return [...visits.values()];
}
