import type { Tone } from '../engine/command.ts';
import type { ScenarioNode } from '../scenario/scenario.ts';
import type { Scene } from './finding.ts';

export interface MessageNode {
  node: ScenarioNode;
  tone: Tone;
}

/** The nodes that send something, with the tone of their template; nodes whose template is unknown are left out. */
export function messageNodes({ graph, texts, definition }: Scene): MessageNode[] {
  return graph.nodes.flatMap((node) => {
    const named = definition(node.type)?.template(node.config);
    const template = texts.templates.find(({ id }) => id === named);
    return template === undefined ? [] : [{ node, tone: template.tone }];
  });
}
