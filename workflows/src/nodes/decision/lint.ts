import { FACT_TYPES, type FactName } from '../../engine/facts.ts';
import { comparisonsOf, type DrawnCondition, type DrawnValue } from '../../fields/condition.ts';
import type { Finding, NodeLint, Path, Scene } from '../../lint/finding.ts';
import type { Operator } from '../../plan/condition.ts';
import type { TextValue } from '../../messages/text.ts';
import { nodeById } from '../../scenario/graph.ts';

interface DecisionConfig {
  branches: { id: string; when: DrawnCondition }[];
}

type ValueType = 'money' | 'number' | 'text' | 'date';
type Comparison = ReturnType<typeof comparisonsOf>[number]['comparison'];

const UNORDERED: ReadonlySet<Operator> = new Set(['=', '!=', 'in', 'known', 'unknown']);

/** Conditions compare facts that exist with values of their own kind. */
export const lintDecision: NodeLint<DecisionConfig> = ({ id, config }, scene) =>
  config.branches.flatMap(({ when }, index) =>
    comparisonsOf(when, ['branches', index, 'when']).flatMap(({ path, comparison }) =>
      lintComparison(id, path, comparison, scene),
    ),
  );

function lintComparison(nodeId: string, path: Path, comparison: Comparison, scene: Scene): Omit<Finding, 'nodeId'>[] {
  const { fact, op, value } = comparison;
  const type = typeOf(fact, nodeId, scene);
  if (typeof type === 'object') {
    return [
      {
        rule: 'fact-exists',
        severity: 'error',
        path: [...path, 'fact'],
        message: { key: type.fault, values: { fact: factText(fact, scene) } },
      },
    ];
  }
  if (type === 'text' && !UNORDERED.has(op)) {
    const message = {
      key: 'lint.fact-operator',
      values: { fact: factText(fact, scene), operator: { key: `operator.${op}` } },
    };
    return [{ rule: 'fact-operator', severity: 'error', path: [...path, 'op'], message }];
  }
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const at = [...path, 'value'];
  if (values.some((item) => !fits(item, type))) {
    const message = { key: `lint.fact-value.${type}`, values: { fact: factText(fact, scene) } };
    return [{ rule: 'fact-value', severity: 'error', path: at, message }];
  }
  const { currency } = scene.graph.settings;
  const unlike = values.find((item) => typeof item === 'object' && item.currency !== currency);
  if (typeof unlike !== 'object') return [];
  const message = {
    key: 'lint.unlike-currency',
    values: { fact: factText(fact, scene), currency, other: unlike.currency },
  };
  return [{ rule: 'unlike-currency', severity: 'warning', path: at, message }];
}

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

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function fits(value: DrawnValue, type: ValueType): boolean {
  if (type === 'money') return typeof value === 'object';
  if (type === 'number') return typeof value === 'number';
  return typeof value === 'string' && (type === 'text' || DATE.test(value));
}
