import type { z } from 'zod';
import {
  addPerson,
  listMembers,
  lockDebtor,
  nowOf,
  updateDebtor as update,
  updatePerson as change,
  type DebtorRow,
} from '@relance/db/queries';
import type { Tx } from '@relance/db';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type { debtorSheet } from '../schemas/debtor.ts';
import type * as schemas from '../schemas/debtor-change.ts';
import { readDebtorSheet } from './debtor-sheet.ts';

type DebtorSheet = z.infer<typeof debtorSheet>;

/** What a person knows better about a debtor than the ledger. */
export function updateDebtor(
  { caller, work }: Allowed,
  { id, ...given }: z.infer<typeof schemas.debtorUpdate>,
): Promise<DebtorSheet> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await lockOwn(tx, organisationId, id);
    const { owner } = given;
    if (owner && !(await listMembers(tx, organisationId)).some(({ userId }) => userId === owner)) {
      const errors = [{ path: 'owner', message: 'is nobody of this organisation' }];
      throw refused('not-possible', 'That is not possible here.', { errors });
    }
    await update(tx, organisationId, { before, change: given }, { actor, at: await nowOf(tx, organisationId) });
    return readDebtorSheet(tx, organisationId, id);
  });
}

/** Somebody to write to or to call; messages that waited for an address leave. */
export function addDebtorPerson(
  { caller, work }: Allowed,
  { id, ...fields }: z.infer<typeof schemas.debtorAddPerson>,
): Promise<DebtorSheet> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockOwn(tx, organisationId, id);
    await addPerson(tx, organisationId, id, fields, { actor, at: await nowOf(tx, organisationId) });
    return readDebtorSheet(tx, organisationId, id);
  });
}

export function updateDebtorPerson(
  { caller, work }: Allowed,
  { id, personId, ...fields }: z.infer<typeof schemas.debtorUpdatePerson>,
): Promise<DebtorSheet> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockOwn(tx, organisationId, id);
    const at = await nowOf(tx, organisationId);
    const known = await change(tx, organisationId, { debtorId: id, personId }, fields, { actor, at });
    if (!known) throw notFound('person');
    return readDebtorSheet(tx, organisationId, id);
  });
}

/** One that has become another debtor is changed there. */
async function lockOwn(tx: Tx, organisationId: string, id: string): Promise<DebtorRow> {
  const row = await lockDebtor(tx, organisationId, id);
  if (!row) throw notFound('debtor');
  if (row.mergedInto !== null) throw conflict('merged', 'This debtor is another one now.');
  return row;
}
