import type { Finding } from '../lint/finding.ts';
import type { KnownTexts } from '../lint/known-texts.ts';
import { lint } from '../lint/lint.ts';
import { nodeDefinition } from '../nodes/index.ts';
import { outcomesOf } from '../nodes/outcomes-of.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { Graph, ScenarioNode } from '../scenario/scenario.ts';

/** A plan, or the findings because of which there is none; warnings come with the plan too. */
export type Compilation = { plan: Plan; findings: Finding[] } | { plan: null; findings: Finding[] };

/** Turns a scenario without errors into the plan that the engine walks. Refuses, with findings, while an error stands. */
export function compile(graph: Graph, texts: KnownTexts): Compilation {
  const findings = lint(graph, texts);
  const start = graph.nodes.find(({ type }) => type === 'start');
  if (start === undefined || findings.some(({ severity }) => severity === 'error')) return { plan: null, findings };
  const nodes = Object.fromEntries(graph.nodes.map((node) => [node.id, compileNode(node, graph, texts)]));
  return { plan: { format: 1, settings: { ...graph.settings }, start: start.id, nodes }, findings };
}

function compileNode(node: ScenarioNode, graph: Graph, texts: KnownTexts): PlanNode {
  const definition = nodeDefinition(node.type);
  if (definition === undefined) throw new RangeError(`No node type ${node.type}: the linter let it pass`);
  const targets = new Map(graph.edges.filter(({ from }) => from === node.id).map(({ outcome, to }) => [outcome, to]));
  return {
    type: node.type,
    label: node.label,
    config: definition.compile(node.config, texts),
    next: Object.fromEntries(outcomesOf(definition, node.config).map(({ id }) => [id, targets.get(id) ?? null])),
  };
}
