import { DEFAULT_SETTINGS, firmScenario, type Graph, smallBalanceScenario } from '@relance/workflows/scenario';
import type { Translate } from '../i18n/index.ts';

export const MODELS = ['firm', 'small-balance', 'empty'] as const;
export type Model = (typeof MODELS)[number];

/** The drawing that a new scenario starts with. */
export function modelGraph(model: Model, currency: string, timeZone: string, t: Translate): Graph {
  const graph = model === 'firm' ? firmScenario() : model === 'small-balance' ? smallBalanceScenario() : blank(t);
  return { ...graph, settings: { ...graph.settings, currency, timeZone } };
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
        position: { x: 0, y: 68 },
      },
    ],
    edges: [{ id: 'start-next', from: 'start', outcome: 'next', to: 'end' }],
  };
}
