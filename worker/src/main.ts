import { emailProviders } from './providers/email-providers.ts';
import { runWorker } from './run-worker.ts';

await runWorker(emailProviders);
