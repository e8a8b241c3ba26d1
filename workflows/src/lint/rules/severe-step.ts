import { reachableFrom } from '../../scenario/graph.ts';
import type { Finding, Rule } from '../finding.ts';
import { messageNodes } from '../message-nodes.ts';

const SEVERE = 3;

/** A formal word comes after at least one milder message and one call, on every path that leads to it. */
export const severeStep: Rule = {
  name: 'severe-step',
  check(scene) {
    const { graph, definition } = scene;
    const starts = graph.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
    const messages = messageNodes(scene);
    const milder = new Set(messages.filter(({ tone }) => tone > 0 && tone < SEVERE).map(({ node }) => node.id));
    const calls = new Set(graph.nodes.filter(({ type }) => definition(type)?.phase === 'talk').map(({ id }) => id));
    const withoutMessage = reachableFrom(graph, starts, milder);
    const withoutCall = reachableFrom(graph, starts, calls);
    return messages
      .filter(({ tone }) => tone >= SEVERE)
      .flatMap(({ node }) => {
        const findings: Omit<Finding, 'rule'>[] = [];
        const advise = (key: string): void => {
          findings.push({ severity: 'info', nodeId: node.id, path: ['template'], message: { key } });
        };
        if (withoutMessage.has(node.id)) advise('lint.severe-step.message');
        if (withoutCall.has(node.id)) advise('lint.severe-step.call');
        return findings;
      });
  },
};
