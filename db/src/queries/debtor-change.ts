import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { debtor, person } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { releaseAddressWaits } from './contact-address.ts';
import type { DebtorRow } from './debtor-lock.ts';
import { poke } from './outbox.ts';

export type DebtorChange = Partial<
  Pick<DebtorRow, 'name' | 'kind' | 'siren' | 'vatNumber' | 'language' | 'country' | 'segment' | 'owner'>
>;

interface Doing {
  actor: string;
  /** Organisation's time. */
  at: string;
}

/** Writes what a person knows better about a locked debtor; what is so already is no change. */
export async function updateDebtor(
  tx: Tx,
  organisationId: string,
  { before, change }: { before: DebtorRow; change: DebtorChange },
  { actor, at }: Doing,
): Promise<void> {
  const names = (Object.keys(change) as (keyof DebtorChange)[]).filter((name) => change[name] !== before[name]);
  if (names.length === 0) return;
  const pick = (row: DebtorChange) => Object.fromEntries(names.map((name) => [name, row[name]]));
  await tx.update(debtor).set(pick(change)).where(eq(debtor.id, before.id));
  const data = { before: pick(before), after: pick(change) };
  await appendAudit(tx, organisationId, [{ at, actor, kind: 'debtor-updated', debtorId: before.id, data }]);
  await poke(tx, organisationId, 'debtor', [before.id]);
}

export interface PersonFields {
  name: string;
  role: string;
  email: string | null;
  phone: string | null;
}

/** Adds somebody to write to or to call at a locked debtor's; what waited for an address leaves. */
export async function addPerson(
  tx: Tx,
  organisationId: string,
  debtorId: string,
  fields: PersonFields,
  { actor, at }: Doing,
): Promise<void> {
  const id = newId();
  await tx.insert(person).values({ id, orgId: organisationId, debtorId, ...fields });
  await note(tx, organisationId, { debtorId, personId: id, kind: 'person-added', role: fields.role }, { actor, at });
}

/** The same for somebody who is known; another address is usable again. False: there is no such person there. */
export async function updatePerson(
  tx: Tx,
  organisationId: string,
  { debtorId, personId }: { debtorId: string; personId: string },
  fields: PersonFields,
  { actor, at }: Doing,
): Promise<boolean> {
  const mine = and(eq(person.orgId, organisationId), eq(person.debtorId, debtorId), eq(person.id, personId));
  const [before] = await tx.select({ email: person.email }).from(person).where(mine).for('no key update');
  if (!before) return false;
  const status = before.email === fields.email ? {} : { emailStatus: 'usable' as const };
  await tx
    .update(person)
    .set({ ...fields, ...status })
    .where(mine);
  await note(tx, organisationId, { debtorId, personId, kind: 'person-updated', role: fields.role }, { actor, at });
  return true;
}

/** The trail names the person by id and role alone. */
async function note(
  tx: Tx,
  organisationId: string,
  { debtorId, personId, kind, role }: { debtorId: string; personId: string; kind: string; role: string },
  { actor, at }: Doing,
): Promise<void> {
  await appendAudit(tx, organisationId, [{ at, actor, kind, debtorId, ref: personId, data: { role } }]);
  await releaseAddressWaits(tx, organisationId, [debtorId], at);
  await poke(tx, organisationId, 'debtor', [debtorId]);
}
