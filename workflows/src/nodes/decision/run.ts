import type { Runner } from '../runner.ts';
import type { DecisionPlan } from './node.ts';

/** Leaves by the first branch whose condition holds, else by `else`. */
export const runDecision: Runner<DecisionPlan> = {
  enter({ branches }, visit) {
    const outcome = branches.find((branch) => visit.holds(branch.when))?.id ?? 'else';
    const { nodeId, visit: number } = visit;
    const decided = { kind: 'note', note: 'decided', nodeId, visit: number, data: { outcome } } as const;
    return { kind: 'go', outcome, commands: [decided] };
  },
  passBy: () => 'else',
};
