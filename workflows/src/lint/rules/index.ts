import type { Rule } from '../finding.ts';
import { cycleWaits } from './cycle-waits.ts';
import { edgeEnds } from './edge-ends.ts';
import { endReachable } from './end-reachable.ts';
import { endsOn } from './ends-on.ts';
import { knownType } from './known-type.ts';
import { nodeRules } from './node-rules.ts';
import { oneEdgePerOutcome } from './one-edge-per-outcome.ts';
import { oneStart } from './one-start.ts';
import { outcomeConnected } from './outcome-connected.ts';
import { reachable } from './reachable.ts';
import { settings } from './settings.ts';
import { severeStep } from './severe-step.ts';
import { toneNeverDrops } from './tone-never-drops.ts';
import { uniqueIds } from './unique-ids.ts';
import { validConfig } from './valid-config.ts';

/** Every rule, in the order in which findings of one severity are listed. */
export const RULES: readonly Rule[] = [
  oneStart,
  uniqueIds,
  settings,
  knownType,
  validConfig,
  nodeRules,
  edgeEnds,
  oneEdgePerOutcome,
  outcomeConnected,
  endsOn,
  reachable,
  endReachable,
  cycleWaits,
  toneNeverDrops,
  severeStep,
];
