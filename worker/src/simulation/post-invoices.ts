import { createImport, type Act } from '@relance/db/queries';
import { dayOf } from './days.ts';
import { SIMULATED, type Stage } from './stage.ts';

export interface PostedInvoice {
  entityId: string;
  ref: string;
  number: string;
  issueDate: string | null;
  dueDate: string;
  /** Minor units. */
  total: number;
  balance: number;
  currency: string;
}

const HEADINGS = ['number', 'debtorRef', 'issueDate', 'dueDate', 'total', 'balance', 'currency'] as const;
const MINOR = 100;

/** Gives the ledger's lines in as a file for each entity, as an ERP does each morning. */
export async function postInvoices(stage: Stage, { at }: Act, invoices: readonly PostedInvoice[]): Promise<void> {
  const entities = new Set(invoices.map(({ entityId }) => entityId));
  for (const entityId of entities) {
    const lines = invoices.filter((each) => each.entityId === entityId).map(lineOf);
    const importId = await createImport(stage.tx, stage.organisationId, {
      kind: 'invoices',
      filename: `factures-${dayOf(at)}.csv`,
      bytes: Buffer.from([HEADINGS.join(';'), ...lines].join('\n')),
      mapping: Object.fromEntries(HEADINGS.map((heading) => [heading, heading])),
      options: { entityId, delimiter: ';', decimal: '.', dateFormat: 'YYYY-MM-DD' },
      createdBy: SIMULATED,
      at,
    });
    stage.files.push(importId);
  }
}

function lineOf({ number, ref, issueDate, dueDate, total, balance, currency }: PostedInvoice): string {
  return [number, ref, issueDate ?? '', dueDate, decimal(total), decimal(balance), currency].join(';');
}

const decimal = (minor: number): string => (minor / MINOR).toFixed(2);
