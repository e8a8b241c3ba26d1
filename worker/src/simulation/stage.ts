import type { Tx } from '@relance/db';

/** What an act is played in. Everything that it does bears this actor. */
export interface Stage {
  tx: Tx;
  organisationId: string;
  seed: number;
  /** Imports that the act has begun: read to their end when the transaction is through. */
  files: string[];
}

export const SIMULATED = 'simulation';
