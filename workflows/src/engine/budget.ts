const MOST_NODES = 200;

/** What one step may do before it counts as an incident: 200 nodes in all, each message node once. */
export interface Budget {
  nodes: number;
  messages: Set<string>;
}

/** What one step may spend; `run` gives one to all its events and deadlines. */
export function newBudget(): Budget {
  return { nodes: MOST_NODES, messages: new Set() };
}

/** Books one visit; answers the code of an incident when the step has done too much. */
export function spend(
  budget: Budget,
  nodeId: string,
  isMessage: boolean,
): 'too-many-nodes' | 'message-repeated' | null {
  if (budget.nodes <= 0) return 'too-many-nodes';
  budget.nodes -= 1;
  if (!isMessage) return null;
  if (budget.messages.has(nodeId)) return 'message-repeated';
  budget.messages.add(nodeId);
  return null;
}
