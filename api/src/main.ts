import { fileURLToPath } from 'node:url';
import { createApplication } from './application.ts';
import { readEnv, type Env } from './env.ts';
import { createLog } from './log.ts';

const WEB_FOLDER = fileURLToPath(new URL('../../designer/dist', import.meta.url));

function refuse(error: unknown): never {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

function envOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    return refuse(error);
  }
}

const log = createLog();
const application = await createApplication({ env: envOrExit(), log, webFolder: WEB_FOLDER });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await application.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
// the supervisor is gone: nobody would stop us
process.once('disconnect', () => void stop());

const { origin, signInLink } = await application.start();
process.send?.({ type: 'ready', origin, signInLink });
log.info({ origin }, 'ready');
