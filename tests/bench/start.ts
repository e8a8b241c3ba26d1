import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/processes/free-port.ts';
import { RunningStart } from '../setup/running-start.ts';
import { readSettings } from '../setup/settings.ts';
import { testFolder } from '../setup/test-folder.ts';
import { rounded, type Row } from './row.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 240_000;

/** Starts the application twice on one store; the first time founds the demo organisation. */
export async function start(): Promise<Row[]> {
  const [dataDir, port] = await Promise.all([testFolder('start'), freePort()]);
  const first = await startOnce(dataDir, port);
  const second = await startOnce(dataDir, port);
  return [
    {
      name: 'start: first, empty store',
      value: rounded(first),
      unit: 's',
      limit: 'initdb, migrations and the weeks that the demo lives through',
    },
    {
      name: 'start: second, to a usable page',
      value: rounded(second),
      unit: 's',
      limit: 'target 10; loading the programs from their sources, Temporal’s own start',
    },
  ];
}

/** Seconds from the command to a page that is served while everything is healthy. */
async function startOnce(dataDir: string, port: number): Promise<number> {
  const begun = performance.now();
  const running = new RunningStart(['scripts/start.mjs'], CHECKOUT, {
    RELANCE_DATA_DIR: dataDir,
    RELANCE_PORT: String(port),
    RELANCE_TEMPORAL_CLI: readSettings().temporalBinary,
  });
  try {
    await running.says(/Ctrl-C to stop/, PATIENCE_MS);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    if (!(await page.text()).includes('<div id="root">')) throw new Error('there is no page');
    return (performance.now() - begun) / 1_000;
  } finally {
    running.signal('SIGTERM');
    await running.end();
  }
}
