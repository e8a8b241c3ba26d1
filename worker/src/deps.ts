import type { Database } from '@relance/db';
import type { Logger } from 'pino';
import type { EmailProvider, Sender } from './providers/email-provider.ts';

/** What activities receive; `main.ts` is the one place that assembles it. */
export interface Deps {
  /** Role relance_app: one organisation at a time. */
  app: Database;
  /** Role relance_system: relay, sweeper, scans across organisations. */
  system: Database;
  log: Logger;
  /** The way e-mail of this organisation leaves: never anything but the built-in catcher for a sandbox. */
  emailProvider(organisation: Sender): EmailProvider;
  /** Opens what was sealed with the installation's key; null: a seed, which has nothing to open. */
  mailKey: string | null;
}
