/** Parts of a step's settings that many drawings share. */
export const AFTER = { direction: 'after', time: '09:00' };
export const SOON = { amount: 2, unit: 'business-day' };

const dueDate = { ...AFTER, anchor: 'due-date' };

/** So many days after the due date, or before it when the number is below zero. */
export function fromDueDate(days: number): Record<string, unknown> {
  return { ...dueDate, amount: Math.abs(days), unit: 'day', direction: days < 0 ? 'before' : 'after' };
}

export function businessDaysAfterDue(days: number): Record<string, unknown> {
  return { ...dueDate, amount: days, unit: 'business-day' };
}

export function afterPreviousStep(amount: number, unit: 'day' | 'business-day' = 'day'): Record<string, unknown> {
  return { ...AFTER, amount, unit, anchor: 'previous-step' };
}

/** Some business days after the date by which a message asks for an answer. */
export function afterAnswer(nodeId: string, days = 2): Record<string, unknown> {
  return { ...AFTER, amount: days, unit: 'business-day', anchor: { answerBy: nodeId } };
}

/** Outcomes of a task from their labels by id. */
export function taskOutcomes(labels: Record<string, string>): { id: string; label: string }[] {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}

export function atLeast(fact: string, amount: string): Record<string, unknown> {
  return { fact, op: '>=', value: { amount, currency: 'EUR' } };
}

/** An invoice that is late already has no use for what comes before its due date. */
export const LATE_ALREADY = {
  branches: [{ id: 'overdue', label: 'Échue', when: { fact: 'invoice.daysOverdue', op: '>=', value: 1 } }],
};
