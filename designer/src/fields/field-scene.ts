import type { Path } from '@relance/workflows/lint';
import { createContext, useContext } from 'react';

export interface FactOption {
  id: string;
  label: string;
  type: 'money' | 'number' | 'text' | 'date';
}

/** A date that a wait may count from, given by a step before it. */
export interface AnchorOption {
  /** The anchor as the config stores it. */
  value: { answer: { nodeId: string; field: string } } | { answerBy: string };
  label: string;
}

export interface TextPreview {
  language: 'fr' | 'en';
  subject: string;
  text: string;
}

export interface TextOption {
  id: string;
  label: string;
  detail: string;
  previews: readonly TextPreview[];
}

/** What the inputs of a form may refer to, and what was found wrong in it. */
export interface FieldScene {
  currency: string;
  facts: readonly FactOption[];
  anchors: readonly AnchorOption[];
  templates: readonly TextOption[];
  scripts: readonly TextOption[];
  /** The finding at exactly that place of the config, in words. */
  findingAt: (path: Path) => string | undefined;
  /** The first finding at that place or inside it. */
  findingUnder: (path: Path) => string | undefined;
  /** A date that makes a delay concrete, under the input. */
  exampleOf: (name: string) => string | undefined;
}

export const FieldSceneContext = createContext<FieldScene | null>(null);

export function useFieldScene(): FieldScene {
  const scene = useContext(FieldSceneContext);
  if (scene === null) throw new Error('An input of a form stands outside its form');
  return scene;
}
