import { and, asc, desc, eq, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, debtor, enrolment, invoice, scenario, scenarioVersion } from '../schema/index.ts';
import type { WaitReason } from './contact.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { textIn } from './text-in.ts';

export type EnrolmentStatus = 'live' | 'held' | 'closing' | 'incident' | 'ended';

export interface EnrolmentFilters {
  status?: EnrolmentStatus | undefined;
  invoiceId?: string | undefined;
  scenarioId?: string | undefined;
  debtorId?: string | undefined;
  /** Part of the debtor's name or of the invoice's number. */
  search?: string | undefined;
}

/** What people are told: the gravest of what is true of a row. */
const status: SQL<EnrolmentStatus> = sql`case
  when ${enrolment.status} = 'ended' then 'ended'
  when ${enrolment.incidentCode} is not null then 'incident'
  when ${enrolment.closing} is not null then 'closing'
  when ${enrolment.held} then 'held'
  else 'live' end`;

/** What a planned contact of the enrolment waits for beside its slot. */
const contactWait: SQL<WaitReason | null> = sql`(
  select ${contact.waitingFor} from ${contact}
  where ${contact.enrolmentId} = ${enrolment.id} and ${contact.status} = 'planned' and ${contact.waitingFor} is not null
  limit 1)`;

function selectEnrolments(tx: Tx) {
  return tx
    .select({
      id: enrolment.id,
      invoiceId: enrolment.invoiceId,
      scenarioId: enrolment.scenarioId,
      versionId: enrolment.versionId,
      version: scenarioVersion.version,
      status,
      held: enrolment.held,
      state: enrolment.state,
      closing: enrolment.closing,
      heldUntil: enrolment.heldUntil,
      heldReason: enrolment.heldReason,
      incidentCode: enrolment.incidentCode,
      incidentNodeId: enrolment.incidentNodeId,
      outcomeReason: enrolment.outcomeReason,
      outcomeNodeId: enrolment.outcomeNodeId,
      enrolledAt: enrolment.enrolledAt,
      endedAt: enrolment.endedAt,
      invoiceNumber: invoice.number,
      dueDate: invoice.dueDate,
      balance: invoice.balance,
      currency: invoice.currency,
      entityId: enrolment.entityId,
      debtorId: debtor.id,
      debtorName: debtor.name,
      scenarioName: scenario.name,
      contactWait,
    })
    .from(enrolment)
    .innerJoin(invoice, eq(invoice.id, enrolment.invoiceId))
    .innerJoin(debtor, eq(debtor.id, enrolment.debtorId))
    .innerJoin(scenario, eq(scenario.id, enrolment.scenarioId))
    .innerJoin(scenarioVersion, eq(scenarioVersion.id, enrolment.versionId))
    .$dynamic();
}

export type EnrolmentRow = Awaited<ReturnType<typeof readEnrolments>>[number];

/** Enrolments with what pages show beside them, newest first. */
export function readEnrolments(
  tx: Tx,
  organisationId: string,
  { filters, page }: { filters: EnrolmentFilters; page: ListPage },
) {
  const { invoiceId, scenarioId, debtorId, search } = filters;
  return selectEnrolments(tx)
    .where(
      and(
        eq(enrolment.orgId, organisationId),
        filters.status === undefined ? undefined : sql`${status} = ${filters.status}`,
        invoiceId === undefined ? undefined : eq(enrolment.invoiceId, invoiceId),
        scenarioId === undefined ? undefined : eq(enrolment.scenarioId, scenarioId),
        debtorId === undefined ? undefined : eq(enrolment.debtorId, debtorId),
        search === undefined ? undefined : or(textIn(debtor.name, search), textIn(invoice.number, search)),
        after(enrolment.id, page),
      ),
    )
    .orderBy(desc(enrolment.id))
    .limit(rowsOf(page));
}

/** Live cases whose next step comes by itself up to an instant, the soonest first. */
export function readWakingEnrolments(
  tx: Tx,
  organisationId: string,
  { until, most }: { until: string; most: number },
): Promise<EnrolmentRow[]> {
  return selectEnrolments(tx)
    .where(
      and(
        eq(enrolment.orgId, organisationId),
        eq(enrolment.status, 'live'),
        eq(enrolment.held, false),
        lte(enrolment.wakeAt, until),
      ),
    )
    .orderBy(asc(enrolment.wakeAt), asc(enrolment.id))
    .limit(most);
}

export async function findEnrolment(tx: Tx, organisationId: string, id: string): Promise<EnrolmentRow | undefined> {
  const [row] = await selectEnrolments(tx).where(and(eq(enrolment.orgId, organisationId), eq(enrolment.id, id)));
  return row;
}

/** The plans and drawings of these versions. */
export function readVersions(tx: Tx, organisationId: string, ids: readonly string[]) {
  return tx
    .select({ id: scenarioVersion.id, plan: scenarioVersion.plan, graph: scenarioVersion.graph })
    .from(scenarioVersion)
    .where(and(eq(scenarioVersion.orgId, organisationId), inArray(scenarioVersion.id, [...new Set(ids)])));
}
