import { say } from '@relance/workflows/messages';
import { nodeDefinition } from '@relance/workflows/nodes';
import { type Graph, leadingTo } from '@relance/workflows/scenario';
import type { AnchorOption } from '../../fields/field-scene.ts';
import type { Language } from '../../i18n/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { formLabel } from './form-label.ts';

/** Dates that the steps before this one give: those that people enter, and those by which a message asks for an answer. */
export function anchorOptions(graph: Graph, nodeId: string, language: Language): AnchorOption[] {
  const before = leadingTo(graph, [nodeId]);
  return graph.nodes
    .filter(({ id }) => id !== nodeId && before.has(id))
    .flatMap((node) => {
      const definition = nodeDefinition(node.type);
      if (definition === undefined) return [];
      const title = stepLook(node, language).title;
      const dates = definition.answers(node.config).filter(({ type }) => type === 'date');
      const seen = new Set<string>();
      const answers = dates
        .filter(({ id }) => !seen.has(id) && seen.add(id))
        .map((field): AnchorOption => ({
          value: { answer: { nodeId: node.id, field: field.id } },
          label: `${title} · ${formLabel(field, language)}`,
        }));
      const answerBy: AnchorOption[] = definition.givesAnswerBy(node.config)
        ? [{ value: { answerBy: node.id }, label: `${title} · ${say({ key: 'anchor.answerBy' }, language)}` }]
        : [];
      return [...answers, ...answerBy];
    });
}
