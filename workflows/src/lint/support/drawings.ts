import { scenario, type ScenarioBuilder } from '../../scenario/build.ts';

/** The shortest drawing: start, one step that a test adds by the id `step`, end. */
export function around(type: Parameters<ScenarioBuilder['node']>[1], config: Record<string, unknown>): ScenarioBuilder {
  return scenario()
    .node('start', 'start', 'Départ')
    .node('step', type, 'Étape', config)
    .node('end', 'end', 'Fin', { reason: 'settled' })
    .edge('start', 'next', 'step');
}

/** A clean drawing: a message and an end. */
export function clean(): ScenarioBuilder {
  return around('send-email', { template: 'tone-1' }).path('step', 'end');
}

/** A wait of `amount` days from an anchor. */
export function days(amount: number, anchor: unknown, direction = 'after'): Record<string, unknown> {
  return { amount, unit: 'day', direction, anchor };
}

export const CALL = { script: 'first-call' };
export const CALL_OUTCOME_IDS = [
  'promised',
  'paid-already',
  'disputed',
  'cannot-pay',
  'no-answer',
  'wrong-number',
  'other',
];
