import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testFolder } from './test-folder.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

const API = `
import { createServer } from 'node:http';
const { RELANCE_PORT, RELANCE_HOST, RELANCE_ORIGIN } = process.env;
const server = createServer((request, reply) => reply.end(JSON.stringify({ status: 'ok', pid: process.pid })));
server.listen(Number(RELANCE_PORT), RELANCE_HOST, () => {
  process.send({ type: 'ready', origin: RELANCE_ORIGIN, signInLink: RELANCE_ORIGIN + '/enter?once=1' });
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
`;

const WORKER = `
process.send({ type: 'ready' });
const forever = setInterval(() => {}, 1000);
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => clearInterval(forever) ?? process.exit(0));
`;

const SEED = `
import { writeFileSync } from 'node:fs';
import { Client } from 'pg';
const client = new Client({ connectionString: process.env.RELANCE_DB_APP_URL });
await client.connect();
await client.query("select set_config('app.org', gen_random_uuid()::text, false)");
await client.query("insert into organisation (id, name) values (current_setting('app.org')::uuid, 'Demo')");
await client.end();
const demo = { apiKey: 'demo-key', accounts: [{ email: 'manager@example.org', password: 'secret', role: 'manager' }] };
writeFileSync(process.env.RELANCE_DATA_DIR + '/demo-seed.json', JSON.stringify(demo), { mode: 0o600 });
`;

const VITE = `
const fs = require('node:fs');
const draft = process.argv[process.argv.indexOf('--outDir') + 1];
fs.mkdirSync(draft, { recursive: true });
fs.writeFileSync(draft + '/index.html', '<title>Relance</title>');
`;

/** A checkout with stand-ins for the programs, on which the real supervisor runs with real servers. */
export async function fakeCheckout(): Promise<string> {
  const checkout = await testFolder('checkout');
  const supervisor = path.join(CHECKOUT, 'scripts', 'supervisor', 'main.ts');
  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'api/src/main.ts': API,
    'worker/src/main.ts': WORKER,
    'worker/src/seed/main.ts': SEED,
    'designer/index.html': '',
    'workflows/src/index.ts': '',
    'node_modules/vite/package.json': '{ "type": "commonjs" }',
    'node_modules/vite/bin/vite.js': VITE,
    'start.ts': `import { main } from ${JSON.stringify(supervisor)};\nawait main(import.meta.dirname);\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(checkout, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const name of ['tsx', 'pg']) {
    await symlink(path.join(CHECKOUT, 'node_modules', name), path.join(checkout, 'node_modules', name));
  }
  return checkout;
}
