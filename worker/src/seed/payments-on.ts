import type { NewPayment } from '@relance/db/queries';
import type { SeedPayment } from '@relance/db/seed';
import type { Ledger } from './insert-ledger.ts';

/** Payments of the portfolio as any system reports them. */
export function paymentsOn(payments: readonly SeedPayment[], { entities }: Ledger): NewPayment[] {
  return payments.map(({ entity, ...payment }) => ({
    ...payment,
    entityId: entity === null ? null : entities[entity],
  }));
}
