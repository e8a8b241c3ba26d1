import { expect, it } from 'vitest';
import { oncePerAct } from './once-per-act.ts';

it('tells once what one act did to several invoices', () => {
  const row = (id: string, at: string, what: string, why = 'by Karim') => ({ id, at, what, why });
  const rows = [
    row('1', '09:05', 'Task taken'),
    row('2', '09:05', 'Task taken'),
    row('3', '09:05', 'Task taken', 'by Ana'),
    row('4', '09:05', 'E-mail sent'),
    row('5', '09:00', 'Task taken'),
  ];
  expect(oncePerAct(rows).map(({ id }) => id)).toEqual(['1', '3', '4', '5']);
});
