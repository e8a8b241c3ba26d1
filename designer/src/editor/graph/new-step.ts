import { initialConfig } from '@relance/workflows/fields';
import { nodeDefinition } from '@relance/workflows/nodes';
import { newId, type Position, type ScenarioNode } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import { typeName } from '../type-name.ts';

/** A step as it comes out of the palette: with the values that its fields start with. */
export function newStep(type: string, language: Language, position: Position = { x: 0, y: 0 }): ScenarioNode {
  const definition = nodeDefinition(type);
  const config = definition === undefined ? {} : initialConfig(definition.fields);
  return { id: newId(type), type, label: typeName(type, language), config, position };
}
