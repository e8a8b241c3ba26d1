import { sealAudit } from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import { startLoop, type Loop } from '../loop.ts';

/** Chains committed audit rows by hash, so that a row changed behind the application's back is noticed. */
export function startSealer({ app, system, log }: Pick<Deps, 'app' | 'system' | 'log'>, everyMs = 10_000): Loop {
  return startLoop({
    async round() {
      const sealed = await sealAudit(app, system);
      return sealed > 0 ? 100 : everyMs;
    },
    failed(error) {
      log.warn({ err: error }, 'the audit log could not be sealed');
      return everyMs;
    },
  });
}
