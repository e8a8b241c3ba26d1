import { nodeDefinition } from '../nodes/index.ts';
import { reachableFrom } from '../scenario/graph.ts';
import type { Graph } from '../scenario/scenario.ts';
import type { Finding, Rule, Scene, Severity } from './finding.ts';
import type { KnownTexts } from './known-texts.ts';
import { RULES } from './rules/index.ts';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** What is wrong or doubtful in a scenario, gravest first. The same in browser and server; a broken rule stops nothing. */
export function lint(graph: Graph, texts: KnownTexts, rules: readonly Rule[] = RULES): Finding[] {
  const scene: Scene = { graph, texts, definition: nodeDefinition, after: remembered(graph) };
  return rules.flatMap((rule) => check(rule, scene)).toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function remembered(graph: Graph): Scene['after'] {
  const known = new Map<string, ReadonlySet<string>>();
  return (nodeId) => {
    const found = known.get(nodeId) ?? reachableFrom(graph, [nodeId]);
    known.set(nodeId, found);
    return found;
  };
}

/** A rule that throws becomes a finding: its check was not made, so nothing may be published on its silence. */
function check(rule: Rule, scene: Scene): Finding[] {
  try {
    return rule.check(scene).map((finding) => ({ rule: rule.name, ...finding }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      { rule: rule.name, severity: 'error', message: { key: 'lint.broken-rule', values: { rule: rule.name, reason } } },
    ];
  }
}
