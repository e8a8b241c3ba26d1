import { say } from '@relance/workflows/messages';
import type { ScenarioNode } from '@relance/workflows/scenario';
import { stepLook } from '../editor/graph/step-look.ts';
import type { Language } from '../i18n/index.ts';

/** The names of a drawing's steps and outcomes, as its designer shows them. */
export function stepNames(nodes: readonly ScenarioNode[], language: Language) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lookOf = (nodeId: string) => {
    const node = byId.get(nodeId);
    return node && stepLook(node, language);
  };
  return {
    lookOf,
    stepName: (nodeId: string): string | undefined => lookOf(nodeId)?.title,
    outcomeName(nodeId: string, outcome: string): string {
      const own = lookOf(nodeId)?.outcomes.find(({ id }) => id === outcome)?.label;
      // the ways a confirmation ends stand in no drawing
      return own ?? (outcome === 'send' || outcome === 'drop' ? say({ key: `outcome.${outcome}` }, language) : outcome);
    },
  };
}

export type StepNames = ReturnType<typeof stepNames>;
