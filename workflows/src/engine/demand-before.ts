import type { Plan, PlanNode } from '../plan/plan.ts';

/** Whether a drawing asks before it threatens: a demand of tone 1 or 2 stands on a way that leads to this step. */
export function hasDemandBefore(plan: Plan, nodeId: string): boolean {
  const seen = new Set<string>();
  const open = Object.keys(plan.nodes).filter((id) => isDemand(plan.nodes[id]));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of Object.values(plan.nodes[id]?.next ?? {})) {
      if (next === nodeId) return true;
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

function isDemand(node: PlanNode | undefined): boolean {
  if (node?.type !== 'send-email') return false;
  const { tone } = node.config as { tone: number };
  return tone === 1 || tone === 2;
}
