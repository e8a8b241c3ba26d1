import type { Tx } from '../client.ts';
import { openDebtorTasks } from './debtor-task.ts';

const OUTCOMES = [{ id: 'done', label: 'outcome.done', fields: [] }];

/** Opens one task per debtor to set credits off against what it owes, unless one is open or claimed already. */
export function openCreditTasks(tx: Tx, organisationId: string, debtorIds: readonly string[], at: string) {
  return openDebtorTasks(tx, organisationId, { kind: 'credits', outcomes: OUTCOMES, debtorIds, at });
}
