import { existsSync, unlinkSync } from 'node:fs';
import type { EmailProvider } from '@relance/worker/providers';
import { emailProviders, runWorker } from '@relance/worker/testing';

/**
 * The worker, whose provider can be blind (it cannot find what it has accepted), and which dies once right after the
 * provider has accepted its n-th message: between the hand-over and the row that would say so.
 */
const { RELANCE_CHAOS_BLIND: blind, RELANCE_CHAOS_DEATH_FILE: death = '', RELANCE_CHAOS_DEATH_AT: at } = process.env;
let accepted = 0;

await runWorker((app, smtpUrl, mailKey) => {
  const choose = emailProviders(app, smtpUrl, mailKey);
  return (organisation) => {
    const provider = choose(organisation);
    const dying: EmailProvider = {
      ...provider,
      // an attempt that died is looked at soon after
      timeoutMs: 2_000,
      async send(email) {
        const answer = await provider.send(email);
        if (answer.accepted) accepted += 1;
        if (accepted >= Number(at) && existsSync(death)) {
          unlinkSync(death);
          process.kill(process.pid, 'SIGKILL');
        }
        return answer;
      },
    };
    if (blind !== undefined) delete dying.find;
    return dying;
  };
});
