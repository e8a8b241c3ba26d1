import { FACT_TYPES } from '@relance/workflows/engine';
import { nodeDefinition } from '@relance/workflows/nodes';
import { type Graph, leadingTo } from '@relance/workflows/scenario';
import type { FactOption } from '../../fields/field-scene.ts';
import { isMessageKey, type Language, type Translate } from '../../i18n/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { formLabel } from './form-label.ts';

/** Facts that a condition may compare: those of the invoice and the debtor, and what the steps before were told. */
export function factOptions(
  graph: Graph,
  nodeId: string,
  { t, language }: { t: Translate; language: Language },
): FactOption[] {
  const known = Object.entries(FACT_TYPES).map(([id, type]) => ({ id, type, label: factName(id, t) }));
  const before = leadingTo(graph, [nodeId]);
  const answers = graph.nodes
    .filter(({ id }) => id !== nodeId && before.has(id))
    .flatMap((node) => {
      const title = stepLook(node, language).title;
      const fields = nodeDefinition(node.type)?.answers(node.config) ?? [];
      return fields.map((field): FactOption => ({
        id: `answer.${node.id}.${field.id}`,
        type: field.type === 'choice' ? 'text' : field.type,
        label: `${title} · ${formLabel(field, language)}`,
      }));
    });
  return [...known, ...new Map(answers.map((option) => [option.id, option])).values()];
}

function factName(id: string, t: Translate): string {
  const key = `facts.${id}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : id;
}
