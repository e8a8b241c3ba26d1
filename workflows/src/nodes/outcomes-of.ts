import type { NodeDefinition } from './define-node.ts';

/** An outcome of one drawn node: `label` is a message key of a built-in one, or the user's own word. */
export interface Outcome {
  id: string;
  label: { key: string } | { text: string };
}

/** The outcomes of a node with this config, in order. Lenient: what is half drawn already shows its outcomes. */
export function outcomesOf(definition: NodeDefinition, config: Record<string, unknown>): Outcome[] {
  const fixed = definition.outcomes
    .filter(({ onlyWith }) => onlyWith === undefined || config[onlyWith] === true)
    .map(({ id, label }) => ({ id, label: { key: label } }));
  const member = definition.outcomesFrom === null ? [] : config[definition.outcomesFrom.slice(1)];
  return [...(Array.isArray(member) ? member.flatMap(ownOutcome) : []), ...fixed];
}

function ownOutcome(item: unknown): Outcome[] {
  if (item === null || typeof item !== 'object' || !('id' in item) || typeof item.id !== 'string') return [];
  const label = 'label' in item && typeof item.label === 'string' && item.label !== '' ? item.label : item.id;
  return [{ id: item.id, label: { text: label } }];
}
