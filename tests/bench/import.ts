import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inOrganisation, newId, openDatabase } from '@relance/db';
import { createImport } from '@relance/db/queries';
import { clock, entity, organisation } from '@relance/db/schema';
import { freshDatabase } from '../setup/database.ts';
import { startEnvironment } from '../setup/environment.ts';

/** Speed and memory of an import at two sizes: `node --import tsx tests/bench/import.ts`. */
const SIZES = [20_000, 200_000] as const;
const READER = fileURLToPath(new URL('import-reader.ts', import.meta.url));
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

const environment = await startEnvironment();
try {
  const [small, large] = [await measure(SIZES[0]), await measure(SIZES[1])];
  const above = ({ peak, idle }: Measured): number => (peak - idle) / MEBIBYTE;
  const round = (value: number): number => Math.round(value * 100) / 100;
  const results = [
    {
      name: 'import: lines per second',
      value: Math.round(SIZES[1] / large.seconds),
      unit: 'lines/s',
      limit: 'one core of PostgreSQL and one of the worker',
    },
    { name: `import: memory above idle at ${SIZES[0]} lines`, value: round(above(small)), unit: 'MiB', limit: null },
    { name: `import: memory above idle at ${SIZES[1]} lines`, value: round(above(large)), unit: 'MiB', limit: null },
    { name: 'import: memory ratio', value: round(above(large) / above(small)), unit: '', limit: 1.2 },
  ];
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
} finally {
  await environment.stop();
}
