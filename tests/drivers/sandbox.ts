import { inOrganisation, newId } from '@relance/db';
import { beginAdvance, enrolInvoices, insertSandbox, insertScenario, nowOf, publishVersion } from '@relance/db/queries';
import { account, debtor, enrolment, entity, invoice, person } from '@relance/db/schema';
import { compile } from '@relance/workflows/compile';
import { planHash } from '@relance/workflows/plan';
import type { Graph } from '@relance/workflows/scenario';
import { TEMPLATES } from '@relance/workflows/templates';
import { eq } from 'drizzle-orm';
import type { World } from './world.ts';

const ACTOR = 'system';

const TEXTS = {
  templates: TEMPLATES.map(({ id, tone, languages }) => ({ id, tone, languages, variables: [] })),
  scripts: [{ id: 'first-call' }, { id: 'broken-promise' }],
  variables: [],
};

export interface Sandbox {
  organisationId: string;
  entityId: string;
}

/** An empty sandbox whose clock stands at an instant. */
export async function makeSandbox({ deps }: World, now: string): Promise<Sandbox> {
  const organisationId = newId();
  return inOrganisation(deps.app, organisationId, async (tx) => {
    await insertSandbox(tx, { id: organisationId, name: 'Essai', now, actor: ACTOR });
    const [row] = await tx.select({ id: entity.id }).from(entity);
    if (!row) throw new Error('a sandbox has an entity');
    return { organisationId, entityId: row.id };
  });
}

export interface Owed {
  name: string;
  email?: string | null;
  /** Slots depend on it; given where two lives are compared. */
  debtorId?: string;
  country?: string;
  invoices: { number: string; dueDate: string; amount: number }[];
}

/** A debtor with its open invoices; returns their ids in the given order. */
export async function owe(
  { deps }: World,
  { organisationId: orgId, entityId }: Sandbox,
  owed: Owed,
): Promise<string[]> {
  return inOrganisation(deps.app, orgId, async (tx) => {
    const at = await nowOf(tx, orgId);
    const debtorId = owed.debtorId ?? newId();
    const accountId = newId();
    await tx.insert(debtor).values({
      id: debtorId,
      orgId,
      name: owed.name,
      externalRef: owed.name,
      kind: 'business',
      country: owed.country ?? 'FR',
    });
    await tx.insert(account).values({ id: accountId, orgId, entityId, debtorId, ref: owed.name });
    const email = owed.email === undefined ? `${owed.name.toLowerCase()}@debtor.example` : owed.email;
    if (email !== null) await tx.insert(person).values({ orgId, debtorId, name: 'Compta', email });
    const rows = owed.invoices.map(({ number, dueDate, amount }) => ({
      id: newId(),
      orgId,
      entityId,
      accountId,
      debtorId,
      number,
      issueDate: '2026-01-02',
      dueDate,
      total: amount,
      balance: amount,
      currency: 'EUR',
      updatedAt: at,
    }));
    await tx.insert(invoice).values(rows);
    return rows.map(({ id }) => id);
  });
}

/** Publishes a drawing; returns its ids. */
export async function publish({ deps }: World, { organisationId }: Sandbox, graph: Graph) {
  const { plan, findings } = compile(graph, TEXTS);
  if (!plan) throw new Error(`the scenario does not compile: ${JSON.stringify(findings)}`);
  return inOrganisation(deps.app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    const { id } = await insertScenario(tx, organisationId, { name: 'Essai', graph, actor: ACTOR, at });
    const hash = planHash(plan);
    const writing = { scenarioId: id, graph, plan, planHash: hash, actor: ACTOR, at };
    const { versionId } = await publishVersion(tx, organisationId, writing);
    return { scenarioId: id, versionId };
  });
}

/** Enrols invoices; returns the enrolments' ids in the order of the invoices. */
export async function enrol(
  { deps }: World,
  { organisationId }: Sandbox,
  version: { scenarioId: string; versionId: string },
  invoiceIds: string[],
): Promise<string[]> {
  return inOrganisation(deps.app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    const { enrolled } = await enrolInvoices(tx, organisationId, { ...version, invoiceIds, actor: ACTOR, at });
    const byInvoice = new Map(enrolled.map((each) => [each.invoiceId, each.enrolmentId]));
    return invoiceIds.flatMap((id) => byInvoice.get(id) ?? []);
  });
}

/** Asks for an advance as the application does: the target is a row, the organisation's run does it. */
export async function askToAdvance(
  { deps }: World,
  { organisationId }: Sandbox,
  to: string,
  via: 'direct' | 'workflows' = 'direct',
): Promise<void> {
  await inOrganisation(deps.app, organisationId, async (tx) => {
    await beginAdvance(tx, organisationId, { from: await nowOf(tx, organisationId), to, via });
  });
}

/** Reads one enrolment as it is now. */
export async function readEnrolment({ deps }: Pick<World, 'deps'>, { organisationId }: Sandbox, id: string) {
  const [row] = await inOrganisation(deps.app, organisationId, (tx) =>
    tx.select().from(enrolment).where(eq(enrolment.id, id)),
  );
  if (!row) throw new Error(`no enrolment ${id}`);
  return row;
}
