import { scenario, type Graph } from '@relance/workflows/scenario';

const CALL_OUTCOMES = ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'];

/** Five days after the due date a reminder, then a call, then the end. */
export function reminderThenCall(): Graph {
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('wait', 'wait', 'J+5', { amount: 5, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' })
    .node('mail', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('call', 'call', 'Appel', { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'wait', 'mail', 'call')
    .edges('call', CALL_OUTCOMES, 'end')
    .build();
}

/** Waits until 9:00 of the second, third, … day after the due date, then the end. */
export function waits(count: number): Graph {
  const ids = Array.from({ length: count }, (_, index) => `wait${index + 1}`);
  const drawing = scenario().node('start', 'start', 'Entrée').node('end', 'end', 'Fin', { reason: 'other' });
  for (const [index, id] of ids.entries()) {
    drawing.node(id, 'wait', `Attente ${index + 1}`, {
      amount: index + 2,
      unit: 'day',
      direction: 'after',
      anchor: 'due-date',
      time: '09:00',
    });
  }
  return drawing.path('start', ...ids, 'end').build();
}

/** A call at once, then the end. */
export function callAtOnce(): Graph {
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('call', 'call', 'Appel', { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'call')
    .edges('call', CALL_OUTCOMES, 'end')
    .build();
}
