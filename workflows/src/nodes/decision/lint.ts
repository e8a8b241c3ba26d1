import { FACT_TYPES, type FactName } from '../../engine/facts.ts';
import type { DrawnCondition } from '../../fields/condition.ts';
import type { NodeLint, Scene } from '../../lint/finding.ts';
import { lintCondition, type ValueType } from '../../lint/lint-condition.ts';
import type { TextValue } from '../../messages/text.ts';
import { nodeById } from '../../scenario/graph.ts';

interface DecisionConfig {
  branches: { id: string; when: DrawnCondition }[];
}

/** Conditions compare facts that exist with values of their own kind. */
export const lintDecision: NodeLint<DecisionConfig> = ({ id, config }, scene) => {
  const known = {
    typeOf: (fact: string) => typeOf(fact, id, scene),
    nameOf: (fact: string) => factText(fact, scene),
    currency: scene.graph.settings.currency,
  };
  return config.branches.flatMap(({ when }, index) => lintCondition(when, ['branches', index, 'when'], known));
};

function typeOf(fact: string, nodeId: string, { graph, definition, after }: Scene): ValueType | { fault: string } {
  if (Object.hasOwn(FACT_TYPES, fact)) return FACT_TYPES[fact as FactName];
  const [kind, sourceId = '', fieldId = '', ...rest] = fact.split('.');
  if (kind !== 'answer' || rest.length > 0) return { fault: 'lint.fact-exists.unknown' };
  const source = nodeById(graph, sourceId);
  const fields = source === undefined ? [] : (definition(source.type)?.answers(source.config) ?? []);
  const field = fields.find(({ id }) => id === fieldId);
  if (field === undefined) return { fault: 'lint.fact-exists.answer' };
  if (!after(sourceId).has(nodeId)) return { fault: 'lint.fact-exists.not-before' };
  return field.type === 'choice' ? 'text' : field.type;
}

/** A fact by the name that people know it by; one that does not exist as it was written. */
function factText(fact: string, { graph }: Scene): TextValue {
  if (Object.hasOwn(FACT_TYPES, fact)) return { key: `fact.${fact}` };
  const [kind, nodeId = '', field = ''] = fact.split('.');
  const source = nodeById(graph, nodeId);
  if (kind !== 'answer' || source === undefined) return fact;
  return { key: 'fact.answer', values: { field, step: source.label } };
}
