import { type Graph, scenario } from '@relance/workflows/scenario';

/** A scenario of about so many steps in ten columns of reminders, each with a call at its end. */
export function largeGraph(steps: number): Graph {
  const branches = Array.from({ length: 10 }, (_, index) => ({
    id: `b${index}`,
    label: `Branch ${index}`,
    when: { fact: 'invoice.daysOverdue', op: '>=', value: index },
  }));
  const drawing = scenario().node('start', 'start', 'Start').node('split', 'decision', 'Split', { branches });
  drawing.node('end', 'end', 'End', { reason: 'other' }).path('start', 'split').edge('split', 'else', 'end');
  const rows = Math.floor((steps - 3) / branches.length);
  for (const { id } of branches) {
    for (let row = 0; row < rows; row += 1) {
      const last = row === rows - 1;
      const type = last ? 'call' : row % 2 === 0 ? 'wait' : 'send-email';
      const config = last ? { script: 'first-call' } : type === 'wait' ? WAIT : { template: 'reminder-1' };
      drawing.node(`${id}-${row}`, type, `${id} ${row}`, config);
      if (row === 0) drawing.edge('split', id, `${id}-0`);
      else drawing.edge(`${id}-${row - 1}`, 'next', `${id}-${row}`);
      if (last) drawing.edges(`${id}-${row}`, ['promised', 'no-answer', 'other'], 'end');
    }
  }
  return drawing.build();
}

const WAIT = { amount: 5, unit: 'day', direction: 'after', anchor: 'previous-step' };
