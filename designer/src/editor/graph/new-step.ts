import { type Field, initialConfig } from '@relance/workflows/fields';
import { nodeDefinition } from '@relance/workflows/nodes';
import { newId, type Position, type ScenarioNode } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import { translator } from '../../i18n/translate.ts';
import { typeName } from '../type-name.ts';
import { STANDARD_TEXTS } from '@relance/workflows/lint';
import { newComparison } from '../../fields/new-comparison.ts';

interface Setting {
  language: Language;
  currency: string;
}

/** A step as it comes out of the palette: with the values that its fields start with, so that it can be read at once. */
export function newStep(type: string, setting: Setting, position: Position = { x: 0, y: 0 }): ScenarioNode {
  const definition = nodeDefinition(type);
  const label = typeName(type, setting.language);
  const fields = definition?.fields ?? {};
  const starts = Object.entries(fields).map(([name, field]) => [name, startOf(field, label, setting)] as const);
  const config = { ...initialConfig(fields), ...Object.fromEntries(starts.filter(([, value]) => value !== undefined)) };
  return { id: newId(type), type, label, config, position };
}

/** What a needed field starts with where its own description has nothing: something true that can be changed. */
function startOf({ initial, description }: Field, label: string, { language, currency }: Setting): unknown {
  const empty = initial === undefined || (Array.isArray(initial) && initial.length === 0);
  if (!description.required || !empty) return undefined;
  const t = translator(language);
  switch (description.kind) {
    case 'text':
      return label;
    case 'outcomes':
      return [{ id: newId('outcome'), label: t('editor.first-outcome'), fields: [] }];
    case 'branches':
      return [{ id: newId('branch'), label: t('editor.new-branch'), when: newComparison(currency) }];
    case 'script':
      return STANDARD_TEXTS.scripts[0]?.id;
    default:
      return undefined;
  }
}
