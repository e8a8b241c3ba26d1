import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { closure, invoice, organisation } from '../schema/index.ts';
import { POLICY } from './contact-policy.ts';

const SETTINGS = {
  name: organisation.name,
  country: organisation.country,
  language: organisation.language,
  timeZone: organisation.timeZone,
  currency: organisation.currency,
  tolerance: organisation.tolerance,
  toleranceAbroad: organisation.toleranceAbroad,
  replyHoldDays: organisation.replyHoldDays,
  staleAfterHours: organisation.staleAfterHours,
  batchFactor: organisation.batchFactor,
  ...POLICY,
};

export type OrganisationSettings = Awaited<ReturnType<typeof readSettings>>;

/** What an organisation has set; `lock` keeps others from changing it until the transaction ends. */
export async function readSettings(tx: Tx, organisationId: string, lock = false) {
  const query = tx.select(SETTINGS).from(organisation).where(eq(organisation.id, organisationId));
  const [row] = await (lock ? query.for('no key update') : query);
  if (!row) throw new Error(`there is no organisation ${organisationId}`);
  return row;
}

export async function updateSettings(
  tx: Tx,
  organisationId: string,
  settings: Partial<OrganisationSettings>,
): Promise<void> {
  await tx.update(organisation).set(settings).where(eq(organisation.id, organisationId));
}

/** Whether any invoice stands in the ledger: then its currency is no longer a matter of choice. */
export async function hasInvoices(tx: Tx, organisationId: string): Promise<boolean> {
  const rows = await tx.select({ id: invoice.id }).from(invoice).where(eq(invoice.orgId, organisationId)).limit(1);
  return rows.length > 0;
}

export interface Closure {
  day: string;
  label: string;
}

/** The days on which the company is closed, beside the public holidays, by date. */
export function readClosures(tx: Tx, organisationId: string): Promise<Closure[]> {
  return tx
    .select({ day: closure.day, label: closure.label })
    .from(closure)
    .where(eq(closure.orgId, organisationId))
    .orderBy(asc(closure.day));
}

/** Replaces them all. */
export async function replaceClosures(tx: Tx, organisationId: string, closures: readonly Closure[]): Promise<void> {
  // two who set them at once would each insert what the other one did: one after the other
  await tx.execute(sql`select id from organisation where id = ${organisationId} for no key update`);
  await tx.delete(closure).where(eq(closure.orgId, organisationId));
  if (closures.length === 0) return;
  await tx.insert(closure).values(closures.map(({ day, label }) => ({ orgId: organisationId, day, label })));
}
