import type { Runner } from '../runner.ts';
import type { EndPlan } from './node.ts';

/** Ends the case, or inside a parallel block the branch alone. */
export const runEnd: Runner<EndPlan> = {
  enter: ({ reason, ends }) => ({ kind: 'end', reason, ends }),
  passBy: () => '',
};
