import type { ScenarioBuilder } from '../build.ts';
import { SOON } from './drawing-parts.ts';

const ENDS = {
  settled: 'Réglée',
  credited: 'Avoir à émettre',
  'handed-over': 'Remise',
  'written-off': 'Passée en perte',
  due: 'Échue',
  other: 'Hors scénario',
} as const;

type EndReason = keyof typeof ENDS;

/** What may be decided: its id, what is read, and the end that it leads to until its own steps exist. */
export type Choices = readonly (readonly [id: string, label: string, end: EndReason])[];

export const MANAGER_DECIDES: Choices = [
  ['formal-notice', 'Mise en demeure', 'other'],
  ['instalments', 'Échéancier', 'other'],
  ['agency', 'Remise à une agence', 'handed-over'],
  ['court', 'Injonction de payer', 'handed-over'],
  ['write-off', 'Passage en perte', 'written-off'],
];

/** A manager decides what follows the last step, and what to do about a debtor who cannot pay. */
export function drawDecision(drawing: ScenarioBuilder, choices: Choices): void {
  const outcomes = choices.map(([id, label]) => ({ id, label }));
  drawing
    .node('cannot-pay', 'task', 'Difficulté de paiement', {
      title: 'Décider : le débiteur ne peut pas payer',
      outcomes,
      dueIn: SOON,
    })
    .node('decide', 'task', 'Décision du responsable', { title: 'Décider de la suite', outcomes, dueIn: SOON });
  for (const task of ['cannot-pay', 'decide']) {
    for (const [id, , end] of choices) drawing.edge(task, id, `end-${end}`);
  }
}

/** End nodes by their reason: `end-settled` and so on. */
export function drawEnds(drawing: ScenarioBuilder, ...reasons: EndReason[]): void {
  for (const reason of reasons) drawing.node(`end-${reason}`, 'end', ENDS[reason], { reason });
}
