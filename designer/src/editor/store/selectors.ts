import type { Finding, Severity } from '@relance/workflows/lint';
import type { ScenarioNode } from '@relance/workflows/scenario';
import type { EditorState } from './editor-state.ts';

const nodesById = new WeakMap<EditorState['graph'], ReadonlyMap<string, ScenarioNode>>();
const gravest = new WeakMap<readonly Finding[], ReadonlyMap<string, Severity>>();

/** A step of the drawing, or undefined when it is gone. */
export function nodeOf({ graph }: Pick<EditorState, 'graph'>, id: string): ScenarioNode | undefined {
  let index = nodesById.get(graph);
  if (index === undefined) {
    index = new Map(graph.nodes.map((node) => [node.id, node]));
    nodesById.set(graph, index);
  }
  return index.get(id);
}

/** The gravest finding about a step; findings come gravest first. */
export function gravestOf({ findings }: Pick<EditorState, 'findings'>, id: string): Severity | null {
  let index = gravest.get(findings);
  if (index === undefined) {
    index = new Map(findings.toReversed().flatMap(({ nodeId, severity }) => (nodeId ? [[nodeId, severity]] : [])));
    gravest.set(findings, index);
  }
  return index.get(id) ?? null;
}

/** The one selected step, else null. */
export function onlySelected({ selected }: Pick<EditorState, 'selected'>): string | null {
  const [only, more] = selected;
  return only !== undefined && more === undefined ? only : null;
}
