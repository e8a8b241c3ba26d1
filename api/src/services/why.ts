import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  findDebtor,
  findEnrolment,
  readDay,
  readDebtorView,
  readDeferrals,
  readEnrolments,
  readIdleInvoices,
  readSentMessages,
  readStanding,
  readUnsentContacts,
  readVersions,
  type EnrolmentRow,
  type OpenContact,
  type WhyScope,
} from '@relance/db/queries';
import {
  explainCase,
  explainContacts,
  explainIdle,
  explainLacking,
  explainSent,
  explainSettled,
  type ExplainedContact,
} from '@relance/workflows/policy';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/why.ts';
import { daysBetween } from './days.ts';
import { enrolmentsOf } from './enrolment-view.ts';
import { readMissing } from './incomplete.ts';

type Why = z.infer<typeof schemas.why>;
type Plans = Map<string, { nodes: Record<string, { label: string } | undefined> }>;

const MOST_CASES = 200;
const MOST_NEXT = 20;

export function explainDebtor({ caller, work }: Allowed, { id }: z.infer<typeof schemas.whyGet>): Promise<Why> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      if (!(await findDebtor(tx, organisationId, id))) throw notFound('debtor');
      const page = { limit: MOST_CASES };
      const cases = await readEnrolments(tx, organisationId, { filters: { debtorId: id }, page });
      return explain(tx, organisationId, { debtorId: id, enrolmentId: null }, cases);
    },
    { isolation: 'repeatable read' },
  );
}

export function explainEnrolment({ caller, work }: Allowed, { id }: z.infer<typeof schemas.whyGet>): Promise<Why> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      const row = await findEnrolment(tx, organisationId, id);
      if (!row) throw notFound('enrolment');
      return explain(tx, organisationId, { debtorId: row.debtorId, enrolmentId: id }, [row]);
    },
    { isolation: 'repeatable read' },
  );
}

/** From the rows and by the guards that the dispatcher itself goes by; of one case, or of all that a debtor has. */
async function explain(tx: Tx, organisationId: string, scope: WhyScope, cases: readonly EnrolmentRow[]): Promise<Why> {
  const { debtorId, enrolmentId } = scope;
  const live = cases.filter(({ status }) => status !== 'ended');
  const standing = await readStanding(tx, organisationId, debtorId);
  const view = await readDebtorView(tx, standing);
  const explained = explainContacts(view, await readDeferrals(tx, organisationId, [debtorId]));
  const leaving = standing.contacts.filter(({ id, status }) => status === 'planned' && explained.get(id)?.leaves);
  for (const [id, missing] of await readMissing(tx, view, leaving)) explained.set(id, explainLacking(missing));
  const open = standing.contacts.filter((row) => enrolmentId === null || row.enrolmentId === enrolmentId);
  const sent = await readSentMessages(tx, organisationId, scope);
  const versionIds = [...sent.map(({ versionId }) => versionId), ...live.map(({ versionId }) => versionId)];
  const versions = await readVersions(tx, organisationId, [...new Set(versionIds)]);
  const plans: Plans = new Map(versions.map(({ id, plan }) => [id, plan]));
  return {
    sent: sent.map((row) => ({
      messageId: row.messageId,
      at: row.at,
      phrases: explainSent({
        ...row,
        step: stepOf(plans, row.versionId, row.nodeId),
        daysLate: daysBetween(row.dueDate, row.at.slice(0, 10)),
      }),
    })),
    notSent: [
      ...open.flatMap((contact) => unsentNow(contact, explained.get(contact.id))),
      ...live
        .filter((it) => !open.some((contact) => contact.enrolmentId === it.id))
        .map((it) => ({ invoiceId: it.invoiceId, at: null, phrases: explainCase(caseOf(it, plans)) })),
      ...(enrolmentId === null ? await idle(tx, organisationId, debtorId) : []),
      ...(await readUnsentContacts(tx, organisationId, scope)).map((row) => ({
        invoiceId: row.invoiceId,
        at: row.at,
        phrases: [explainSettled(row)],
      })),
    ],
    next: await nextOf(tx, organisationId, live, { open, explained, all: enrolmentId !== null }),
  };
}

function unsentNow({ invoiceId }: OpenContact, explained: ExplainedContact | undefined): Why['notSent'] {
  return explained === undefined || explained.leaves ? [] : [{ invoiceId, at: null, phrases: explained.phrases }];
}

async function idle(tx: Tx, organisationId: string, debtorId: string): Promise<Why['notSent']> {
  const { today } = await readDay(tx, organisationId);
  return (await readIdleInvoices(tx, organisationId, debtorId)).map(({ invoiceId, dueDate, ...row }) => ({
    invoiceId,
    at: null,
    phrases: [explainIdle({ ...row, isDue: dueDate < today })],
  }));
}

interface Planned {
  open: readonly OpenContact[];
  explained: ReadonlyMap<string, ExplainedContact>;
  /** Every step ahead of a case; false: only the next one of each. */
  all: boolean;
}

/** What the engine foresees; a message that is planned already comes when its guards let it, and says why then. */
async function nextOf(
  tx: Tx,
  organisationId: string,
  live: readonly EnrolmentRow[],
  { open, explained, all }: Planned,
): Promise<Why['next']> {
  const rows = (await enrolmentsOf(tx, organisationId, live)).flatMap(({ id, invoiceId, next }) =>
    next.slice(0, all ? next.length : 1).map(({ at, nodeId, text }) => {
      const contact = open.find((row) => row.enrolmentId === id && row.nodeId === nodeId);
      const planned = contact && explained.get(contact.id);
      if (!planned) return { at, invoiceId, phrases: [text] };
      return { at: planned.at, invoiceId, phrases: [text, ...planned.phrases] };
    }),
  );
  return rows
    .toSorted((a, b) => Number(a.at === null) - Number(b.at === null) || timeOf(a.at) - timeOf(b.at))
    .slice(0, MOST_NEXT);
}

const timeOf = (at: string | null): number => (at === null ? 0 : Date.parse(at));

function caseOf({ closing, held, heldUntil, incidentCode, versionId, state }: EnrolmentRow, plans: Plans) {
  const tokens = (state?.tokens ?? []).map(({ waitingFor, deadline, nodeId }) => ({
    waitingFor,
    deadline,
    step: stepOf(plans, versionId, nodeId),
  }));
  return { closing, held, heldUntil, incident: incidentCode !== null, tokens };
}

/** The step as it is named in the version that the case follows. */
function stepOf(plans: Plans, versionId: string, nodeId: string): string {
  return plans.get(versionId)?.nodes[nodeId]?.label ?? nodeId;
}
