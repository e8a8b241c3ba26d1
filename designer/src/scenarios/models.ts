import {
  DEFAULT_SETTINGS,
  firmScenario,
  inEnglish,
  type Graph,
  smallBalanceScenario,
} from '@relance/workflows/scenario';
import type { Language, Translate } from '../i18n/index.ts';

export const MODELS = ['firm', 'small-balance', 'empty'] as const;
export type Model = (typeof MODELS)[number];

export interface Start {
  currency: string;
  timeZone: string;
  language: Language;
}

/** Said in every new drawing: a scenario that says nothing leaves it to whoever enrols. */
const BY_AGE = { lateEntry: 'by-age' };

/** So is this: nothing leaves a new scenario unread until somebody says that it may. */
const TO_CONFIRM = { mode: 'to-confirm' };

/** The drawing that a new scenario starts with, in the language of whoever starts it. */
export function modelGraph(model: Model, { currency, timeZone, language }: Start, t: Translate): Graph {
  const graph = model === 'empty' ? blank(t) : drawn(model, language);
  const nodes = graph.nodes.map((node) => ({ ...node, config: configOf(node) }));
  return { ...graph, nodes, settings: { ...graph.settings, currency, timeZone } };
}

function configOf({ type, config }: Graph['nodes'][number]): Graph['nodes'][number]['config'] {
  if (type === 'start') return { ...BY_AGE, ...config };
  return type === 'send-email' ? { ...config, ...TO_CONFIRM } : config;
}

function drawn(model: Exclude<Model, 'empty'>, language: Language): Graph {
  const graph = model === 'firm' ? firmScenario() : smallBalanceScenario();
  return language === 'en' ? inEnglish(graph) : graph;
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
