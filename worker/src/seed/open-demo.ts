import type { Tx } from '@relance/db';
import { nowOf, plantSimulation, setAssignmentOn } from '@relance/db/queries';
import { credit, invoice, organisation } from '@relance/db/schema';
import { DAYS_IN_RELANCE } from '@relance/db/seed';
import { nextRun } from '@relance/workflows/assignment';
import { eq } from 'drizzle-orm';
import { instantOn } from './instant-on.ts';
import type { Life } from './live-through.ts';
import { scheduledActs } from './scheduled-acts.ts';

const TOLERANCE = 100;
const TOLERANCE_ABROAD = 1_500;

/** The first day: open credit notes, tolerances, rules that run by themselves, and debtors who have their ways. */
export async function openDemo(tx: Tx, organisationId: string, life: Life): Promise<void> {
  const { portfolio, ledger, accounts } = life;
  const at = await nowOf(tx, organisationId);
  const { seed, firstDay, debtors, credits } = portfolio;
  const numbers = await tx
    .select({ id: invoice.id, number: invoice.number })
    .from(invoice)
    .where(eq(invoice.orgId, organisationId));
  const idOf = new Map(numbers.map(({ id, number }) => [number, id]));
  await tx.insert(credit).values(
    credits.map(({ debtor, entity, accountRef, invoiceNumber, number, issueDate, amount, currency }) => ({
      orgId: organisationId,
      entityId: ledger.entities[entity],
      accountId: ledger.accounts.get(`${entity}/${accountRef}`) ?? '',
      debtorId: ledger.debtors.get(debtor) ?? '',
      kind: 'credit-note' as const,
      number,
      issueDate,
      amount,
      balance: amount,
      currency,
      invoiceId: invoiceNumber === null ? null : (idOf.get(invoiceNumber) ?? null),
      at,
      updatedAt: at,
    })),
  );
  const settings = { tolerance: TOLERANCE, toleranceAbroad: TOLERANCE_ABROAD, demoSeed: seed, ledgerAt: at };
  await tx.update(organisation).set(settings).where(eq(organisation.id, organisationId));
  await setAssignmentOn(tx, organisationId, { nextAt: nextRun(at, 'Europe/Paris'), actor: 'system', at });
  await plantSimulation(tx, organisationId, {
    start: {
      since: instantOn(firstDay, -DAYS_IN_RELANCE, '08:30'),
      reactsFrom: at,
      colleague: accounts.find(({ key }) => key === 'nadia')?.id ?? '',
    },
    debtors: debtors.map((debtor) => ({
      debtorId: ledger.debtors.get(debtor) ?? '',
      group: String(debtor.group),
      traits: { index: debtor.index },
    })),
    acts: scheduledActs(life),
  });
}
