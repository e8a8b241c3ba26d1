import { lintRules } from '@relance/workflows/assignment';
import { FACT_TYPES } from '@relance/workflows/engine';
import { say } from '@relance/workflows/messages';
import type { FactOption, FieldScene } from '../fields/field-scene.ts';
import type { Language } from '../i18n/index.ts';
import type { Rule } from './rule.ts';

// an id is for other systems: people choose the entity by its name
const NOT_FOR_PEOPLE = new Set(['entity.id']);

export function ruleFacts(language: Language): FactOption[] {
  return Object.entries(FACT_TYPES)
    .filter(([id]) => !NOT_FOR_PEOPLE.has(id))
    .map(([id, type]) => ({ id, type, label: say({ key: `fact.${id}` }, language) }));
}

const at = (path: readonly (string | number)[]) => path.join('/');

/** What the condition of one line may refer to, and what is wrong in it. */
export function ruleScene(rule: Rule, { currency, language }: { currency: string; language: Language }): FieldScene {
  const findings = lintRules([rule]).map(({ path = [], message }) => ({
    path: at(path.slice(1)),
    text: say(message, language),
  }));
  return {
    currency,
    facts: ruleFacts(language),
    anchors: [],
    templates: [],
    scripts: [],
    findingAt: (path) => findings.find((each) => each.path === at(path))?.text,
    findingUnder: (path) => findings.find((each) => each.path.startsWith(at(path)))?.text,
    exampleOf: () => undefined,
  };
}
