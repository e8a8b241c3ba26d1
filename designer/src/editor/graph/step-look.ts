import { say } from '@relance/workflows/messages';
import { nodeDefinition, outcomesOf } from '@relance/workflows/nodes';
import type { ScenarioNode } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import type { IconName, Phase } from '../../ui/index.ts';
import { nodeLook } from '../../ui/node-look.ts';
import { typeName } from '../type-name.ts';
import { textWidth } from './text-width.ts';

export interface LookOutcome {
  id: string;
  label: string;
  /** Width of its cell in the footer. */
  width: number;
}

/** What a step shows on the canvas in one language, and how large that is. */
export interface StepLook {
  /** Waits, the start and ends are pills on the path; everything else is a card. */
  shape: 'card' | 'pill';
  phase: Phase;
  icon: IconName;
  typeName: string;
  title: string;
  summary: string;
  outcomes: LookOutcome[];
  width: number;
  height: number;
}

export const CARD_WIDTH = 204;
const CARD_HEIGHT = 54;
const FOOTER_HEIGHT = 27;
const PILL_HEIGHT = 26;
const PILLS = new Set(['start', 'wait', 'end']);
const WIDEST_CELL = 156;
const NARROWEST_CELL = 52;
const WIDEST_PILL = 320;

/** For a step that is gone: takes no place. */
export const NO_LOOK: StepLook = {
  shape: 'pill',
  phase: 'logic',
  icon: 'decision',
  typeName: '',
  title: '',
  summary: '',
  outcomes: [],
  width: 0,
  height: 0,
};

const known: Record<Language, WeakMap<ScenarioNode, StepLook>> = { fr: new WeakMap(), en: new WeakMap() };

/** The look of a step: worked out once per drawn value and language, since graphs are never changed in place. */
export function stepLook(node: ScenarioNode, language: Language): StepLook {
  const kept = known[language].get(node);
  if (kept !== undefined) return kept;
  const look = makeLook(node, language);
  known[language].set(node, look);
  return look;
}

function makeLook(node: ScenarioNode, language: Language): StepLook {
  const definition = nodeDefinition(node.type);
  const name = typeName(node.type, language);
  const title = node.label.trim() === '' ? name : node.label;
  const summary = definition === undefined ? name : say(definition.summary(node.config), language);
  const labels = definition === undefined ? [] : outcomesOf(definition, node.config);
  const outcomes = labels.map(({ id, label }) => {
    const text = 'key' in label ? say(label, language) : label.text;
    return { id, label: text, width: Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, textWidth(text, 12) + 18)) };
  });
  const { phase, icon } = nodeLook(
    node.type,
    typeof node.config['template'] === 'string' ? node.config['template'] : '',
  );
  const base = { phase, icon, typeName: name, title, summary };
  if (PILLS.has(node.type)) {
    const words = pillWords(node.type, { title, name, summary });
    const width = Math.min(WIDEST_PILL, textWidth(words, 12) + 46);
    return { ...base, title: words, shape: 'pill', outcomes, width: even(width), height: PILL_HEIGHT };
  }
  if (outcomes.length < 2) return { ...base, shape: 'card', outcomes, width: CARD_WIDTH, height: CARD_HEIGHT };
  const total = outcomes.reduce((sum, { width }) => sum + width, 0);
  const width = even(Math.max(CARD_WIDTH, total));
  const spare = (width - total) / outcomes.length;
  return {
    ...base,
    shape: 'card',
    outcomes: outcomes.map((outcome) => ({ ...outcome, width: outcome.width + spare })),
    width,
    height: CARD_HEIGHT + FOOTER_HEIGHT,
  };
}

/** A wait says how long, an end why unless it has a name of its own. */
function pillWords(type: string, { title, name, summary }: { title: string; name: string; summary: string }): string {
  if (type === 'wait') return summary;
  return type === 'end' && title === name ? summary : title;
}

// An even width keeps the middle of the card, and so its paths, on whole pixels.
const even = (width: number): number => Math.ceil(width / 2) * 2;
