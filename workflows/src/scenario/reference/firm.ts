import type { Graph } from '../scenario.ts';
import { scenario, type ScenarioBuilder } from '../build.ts';
import { drawCall, promised } from './call-outcomes.ts';
import { drawDecision, drawEnds, MANAGER_DECIDES } from './decision.ts';
import { afterAnswer, afterPreviousStep, atLeast, businessDaysAfterDue, fromDueDate, SOON } from './drawing-parts.ts';
import { FIRM_POSITIONS } from './firm-positions.ts';

/** "Ferme", the default scenario for businesses, up to its last reminder; then a manager decides. */
export function firmScenario(): Graph {
  const drawing = scenario()
    .node('start', 'start', 'Entrée')
    .node('age', 'decision', 'Ancienneté à l’entrée', {
      branches: [
        { id: 'late', label: 'Plus de 8 jours', when: { fact: 'invoice.daysOverdue', op: '>=', value: 8 } },
        { id: 'overdue', label: 'Échue', when: { fact: 'invoice.daysOverdue', op: '>=', value: 1 } },
        { id: 'large', label: '500 € et plus', when: atLeast('invoice.balance', '500.00') },
      ],
    });
  drawReminders(drawing);
  drawCall(drawing, 'Premier appel', {
    reached: 'wait-notice',
    unreached: 'wait-notice-unreached',
    brokenTwice: 'notice',
  });
  drawNotice(drawing);
  drawDecision(drawing, MANAGER_DECIDES);
  drawEnds(drawing, 'settled', 'credited', 'handed-over', 'written-off', 'other');
  return drawing.at(FIRM_POSITIONS).build();
}

function drawReminders(drawing: ScenarioBuilder): void {
  drawing
    .node('wait-preventive', 'wait', 'J−7', fromDueDate(-7))
    .node('preventive', 'send-email', 'Avant l’échéance', { template: 'preventive' })
    .node('wait-reminder-1', 'wait', 'J+1 ouvré', businessDaysAfterDue(1))
    .node('reminder-1', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('wait-reminder-2', 'wait', 'J+8', fromDueDate(8))
    .node('reminder-2', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn: { amount: 8, unit: 'day' } })
    .node('wait-call', 'wait', 'J+12', afterPreviousStep(4))
    .path('start', 'age')
    .edge('age', 'late', 'reminder-2')
    .edge('age', 'overdue', 'wait-reminder-1')
    .edge('age', 'large', 'wait-preventive')
    .edge('age', 'else', 'wait-reminder-1')
    .path(
      'wait-preventive',
      'preventive',
      'wait-reminder-1',
      'reminder-1',
      'wait-reminder-2',
      'reminder-2',
      'wait-call',
    )
    .path('wait-call', 'call');
}

function drawNotice(drawing: ScenarioBuilder): void {
  const notice = { template: 'before-formal-notice', answerIn: { amount: 8, unit: 'day' } };
  const beforeNotice = afterPreviousStep(8);
  drawing
    .node('wait-notice', 'wait', 'J+20', beforeNotice)
    .node('notice', 'send-email', 'Dernier rappel', notice)
    .node('wait-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice'))
    .node('wait-notice-unreached', 'wait', 'J+20', beforeNotice)
    .node('notice-unreached', 'send-email', 'Dernier rappel', notice)
    .node('wait-last-call', 'wait', 'J+22', afterPreviousStep(2))
    .node('last-call', 'call', 'Deuxième appel', { script: 'first-call', dueIn: SOON })
    .node('wait-last-answer', 'wait', 'Réponse + 2 ouvrés', afterAnswer('notice-unreached'))
    .path('wait-notice', 'notice', 'wait-answer', 'decide')
    .path('wait-notice-unreached', 'notice-unreached', 'wait-last-call', 'last-call')
    .edge('last-call', 'promised', 'wait-last-promise')
    .node('wait-last-promise', 'wait', 'Promesse + 2 ouvrés', promised('last-call'))
    .path('wait-last-promise', 'decide')
    .edges('last-call', ['paid-already', 'disputed', 'cannot-pay'], 'decide')
    .edges('last-call', ['no-answer', 'wrong-number', 'other'], 'wait-last-answer')
    .path('wait-last-answer', 'decide');
}
