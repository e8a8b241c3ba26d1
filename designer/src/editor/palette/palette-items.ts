import { NODES } from '@relance/workflows/nodes';
import type { Graph } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import { nodeLook, type IconName, type Phase } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { typeName } from '../type-name.ts';

export interface PaletteItem {
  type: string;
  name: string;
  icon: IconName;
}

export interface PaletteGroup {
  phase: Phase;
  items: PaletteItem[];
}

const PHASES: readonly Phase[] = ['prevent', 'remind', 'talk', 'agree', 'escalate', 'handoff', 'close', 'logic'];

/** The types of steps that exist, by phase, whose name holds the words. The start is offered while the drawing has none. */
export function paletteGroups(graph: Graph, language: Language, words: string): PaletteGroup[] {
  const hasStart = graph.nodes.some(({ type }) => type === 'start');
  const offered = NODES.filter(({ type }) => type !== 'start' || !hasStart);
  return PHASES.map((phase) => ({
    phase,
    items: offered
      .filter(({ type }) => nodeLook(type).phase === phase)
      .map(({ type }) => ({ type, name: typeName(type, language), icon: nodeLook(type).icon }))
      .filter(({ name }) => holds(name, words)),
  })).filter(({ items }) => items.length > 0);
}

/** Steps of the drawing whose title or summary holds the words. */
export function stepsFound(graph: Graph, language: Language, words: string): { id: string; title: string }[] {
  if (words.trim() === '') return [];
  return graph.nodes
    .map((node) => ({ id: node.id, look: stepLook(node, language) }))
    .filter(({ look }) => holds(`${look.title} ${look.summary}`, words))
    .map(({ id, look }) => ({ id, title: look.title }))
    .slice(0, 8);
}

function holds(text: string, words: string): boolean {
  return plain(text).includes(plain(words.trim()));
}

// "échéance" is found by "echeance".
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
