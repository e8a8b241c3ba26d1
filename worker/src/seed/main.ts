import { openDatabase } from '@relance/db';
import { firstDay } from '@relance/db/seed';
import { Temporal } from 'temporal-polyfill';
import { openLog } from '../log.ts';
import { emailProviders } from '../providers/email-providers.ts';
import { readSeedEnv } from './env.ts';
import { seedDemo } from './seed-demo.ts';

const env = readSeedEnv();
const open = (url: string) => openDatabase(url, { name: 'relance seed', max: 6 });
const [owner, app, system, identity] = [open(env.ownerUrl), open(env.appUrl), open(env.systemUrl), open(env.authUrl)];
try {
  const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
  await seedDemo({
    owner,
    identity,
    deps: { app, system, log: openLog(), emailProvider: emailProviders(app, null, null), mailKey: null },
    dataDir: env.dataDir,
    firstDay: firstDay(today),
  });
} finally {
  await Promise.all([owner, app, system, identity].map((db) => db.$client.end()));
}
