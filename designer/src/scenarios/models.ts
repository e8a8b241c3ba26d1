import { DEFAULT_SETTINGS, firmScenario, type Graph, smallBalanceScenario } from '@relance/workflows/scenario';
import { layOut } from '../editor/graph/lay-out.ts';
import { NO_LOOK, stepLook } from '../editor/graph/step-look.ts';
import type { Language, Translate } from '../i18n/index.ts';

export const MODELS = ['firm', 'small-balance', 'empty'] as const;
export type Model = (typeof MODELS)[number];

/** The drawing that a new scenario starts with, laid out for its language. */
export function modelGraph(
  model: Model,
  currency: string,
  timeZone: string,
  words: { t: Translate; language: Language },
): Graph {
  const graph = model === 'firm' ? firmScenario() : model === 'small-balance' ? smallBalanceScenario() : blank(words.t);
  return tidied({ ...graph, settings: { ...graph.settings, currency, timeZone } }, words.language);
}

function blank(t: Translate): Graph {
  return {
    formatVersion: 1,
    settings: DEFAULT_SETTINGS,
    nodes: [
      { id: 'start', type: 'start', label: t('scenarios.start-label'), config: {}, position: { x: 0, y: 0 } },
      {
        id: 'end',
        type: 'end',
        label: t('scenarios.end-label'),
        config: { reason: 'settled' },
        position: { x: 0, y: 0 },
      },
    ],
    edges: [{ id: 'start-next', from: 'start', outcome: 'next', to: 'end' }],
  };
}

function tidied(graph: Graph, language: Language): Graph {
  const looks = new Map(graph.nodes.map((node) => [node.id, stepLook(node, language)]));
  const positions = layOut(graph, (id) => looks.get(id) ?? NO_LOOK);
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, position: positions[node.id] ?? node.position })) };
}
