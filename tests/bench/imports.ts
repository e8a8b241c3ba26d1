import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inOrganisation, newId, openDatabase } from '@relance/db';
import { createImport } from '@relance/db/queries';
import { clock, entity, organisation } from '@relance/db/schema';
import { freshDatabase } from '../setup/database.ts';
import { rounded, type Row } from './row.ts';

const SIZES = [20_000, 200_000] as const;
const READER = fileURLToPath(new URL('imports-reader.ts', import.meta.url));
const MEBIBYTE = 1_048_576;

interface Measured {
  seconds: number;
  idle: number;
  peak: number;
}

function ledgerOf(lines: number): Buffer {
  const rows = Array.from({ length: lines }, (_, index) => {
    const customer = index % Math.ceil(lines / 20);
    return `F${index};C${customer};Client numéro ${customer};compta@c${customer}.example;01/11/2025;31/12/2025;1 234,56;1 000,00`;
  });
  return Buffer.from(
    ['Facture;Code client;Nom;E-mail;Date facture;Échéance;Montant TTC;Solde', ...rows, ''].join('\n'),
  );
}

async function measure(lines: number): Promise<Measured> {
  const fresh = await freshDatabase();
  const app = openDatabase(fresh.app, { max: 2 });
  const org = newId();
  const at = '2026-01-05T08:00:00.000Z';
  const importId = await inOrganisation(app, org, async (tx) => {
    await tx.insert(organisation).values({ id: org, name: 'Bench', sandbox: true });
    await tx.insert(clock).values({ orgId: org, anchorReal: new Date().toISOString(), anchorOrg: at, speed: 0 });
    await tx.insert(entity).values({ orgId: org, name: 'Bench' });
    const file = { kind: 'invoices', filename: 'bench.csv', bytes: ledgerOf(lines), createdBy: 'system', at } as const;
    return createImport(tx, org, file);
  });
  await app.$client.end();
  const child = fork(READER, [fresh.app, org, importId], { execArgv: ['--import', 'tsx'] });
  const [message] = (await once(child, 'message')) as [Measured];
  await once(child, 'exit');
  await fresh.drop();
  return message;
}

/** Short runs differ by where the last garbage collection fell. */
async function middleOfThree(lines: number): Promise<Measured> {
  const all = [await measure(lines), await measure(lines), await measure(lines)];
  const [, middle] = all.toSorted((one, other) => one.peak - one.idle - (other.peak - other.idle));
  if (!middle) throw new Error('three were measured');
  return middle;
}

/** Lines per second of a large import; memory above idle must not grow with the file. */
export async function imports(): Promise<Row[]> {
  const small = await middleOfThree(SIZES[0]);
  const large = await measure(SIZES[1]);
  const above = ({ peak, idle }: Measured): number => (peak - idle) / MEBIBYTE;
  const held = 'a batch of lines, and garbage between two collections';
  return [
    {
      name: 'imports: lines',
      value: rounded(SIZES[1] / large.seconds),
      unit: '1/s',
      limit: 'PostgreSQL: each line is written to the stage, then to the ledger with its indexes and keys',
    },
    { name: `imports: memory above idle, ${SIZES[0]} lines`, value: rounded(above(small)), unit: 'MiB', limit: held },
    { name: `imports: memory above idle, ${SIZES[1]} lines`, value: rounded(above(large)), unit: 'MiB', limit: held },
    {
      name: 'imports: memory ratio',
      value: rounded(above(large) / above(small)),
      unit: '',
      limit: 'target at most 1.2',
    },
  ];
}
