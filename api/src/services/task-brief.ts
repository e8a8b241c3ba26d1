import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  countCallsOfDay,
  nowOf,
  readContactPolicy,
  readDebtorCredits,
  readDisputedSums,
  readLastPayment,
  type LastPromise,
} from '@relance/db/queries';
import { capFor } from '@relance/workflows/policy';
import type { taskSheet } from '../schemas/task.ts';
import { moneyOf } from './money.ts';

/** What to know before dialling: promise, money that came in, credits, what is contested, calls of today. */
export async function briefOf(
  tx: Tx,
  organisationId: string,
  debtor: { id: string; kind: string },
  promise: LastPromise | null,
): Promise<z.infer<typeof taskSheet>['brief']> {
  const { id: debtorId, kind } = debtor;
  const payment = await readLastPayment(tx, organisationId, debtorId);
  const credits = new Map<string, number>();
  for (const { currency, amount } of await readDebtorCredits(tx, organisationId, debtorId)) {
    credits.set(currency, (credits.get(currency) ?? 0) + amount);
  }
  const disputed = await readDisputedSums(tx, organisationId, debtorId);
  const now = await nowOf(tx, organisationId);
  const { callsPerDay } = await readContactPolicy(tx, organisationId);
  return {
    lastPromise: promise && {
      ...promise,
      amount: promise.amount && moneyOf(promise.amount.amount, promise.amount.currency),
    },
    lastPayment: payment && { receivedOn: payment.receivedOn, amount: moneyOf(payment.amount, payment.currency) },
    credits: [...credits].map(([currency, amount]) => moneyOf(amount, currency)),
    disputed: disputed.map(({ currency, amount }) => moneyOf(amount, currency)),
    callsToday: {
      made: await countCallsOfDay(tx, organisationId, debtorId, now),
      most: capFor(callsPerDay, kind),
    },
  };
}
