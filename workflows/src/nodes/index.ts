import type { NodeDefinition } from './define-node.ts';
import { callNode } from './call/node.ts';
import { decisionNode } from './decision/node.ts';
import { endNode } from './end/node.ts';
import { sendEmailNode } from './send-email/node.ts';
import { startNode } from './start/node.ts';
import { taskNode } from './task/node.ts';
import { waitNode } from './wait/node.ts';

export * from './messages.ts';
export * from './outcomes-of.ts';
export type * from './define-node.ts';

/** Every node type, in the order of the palette. */
export const NODES = [startNode, sendEmailNode, waitNode, callNode, taskNode, decisionNode, endNode] as const;

export type NodeType = (typeof NODES)[number]['type'];

const BY_TYPE: ReadonlyMap<string, NodeDefinition> = new Map(NODES.map((node) => [node.type, node]));

/** The definition of a node type; undefined for a type that this version does not know. */
export function nodeDefinition(type: string): NodeDefinition | undefined {
  return BY_TYPE.get(type);
}
