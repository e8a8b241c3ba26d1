import type { Text } from '../messages/text.ts';
import type { NodeDefinition } from '../nodes/define-node.ts';
import type { Edit } from '../scenario/edit/edit.ts';
import type { Graph, ScenarioNode } from '../scenario/scenario.ts';
import type { KnownTexts } from './known-texts.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Path = (string | number)[];

/** A mend that one click can do. */
export interface Fix {
  label: Text;
  edit: Edit;
}

/** One lint message. `path` points into the node's config (or names `endsOn`), without a node into the graph. */
export interface Finding {
  rule: string;
  severity: Severity;
  nodeId?: string;
  path?: Path;
  message: Text;
  fix?: Fix;
}

/** What a rule may look at. */
export interface Scene {
  graph: Graph;
  texts: KnownTexts;
  /** The registry of node types; undefined for an unknown one. */
  definition: (type: string) => NodeDefinition | undefined;
  /** Every node that can be reached from one, itself included; found once for each. */
  after: (nodeId: string) => ReadonlySet<string>;
}

/** A rule is one file: its name and what it finds. */
export interface Rule {
  name: string;
  check(scene: Scene): (Omit<Finding, 'rule'> & { rule?: string })[];
}

export type NodeLint<Config> = (
  node: Omit<ScenarioNode, 'config'> & { config: Config },
  scene: Scene,
) => Omit<Finding, 'nodeId'>[];
