import * as fc from 'fast-check';
import type { NodeType } from '../../nodes/index.ts';

type Config = Record<string, unknown>;

const delay = fc.record({ amount: fc.integer({ min: 0, max: 30 }), unit: fc.constantFrom('day', 'business-day') });

/** A wait of at least a day after the previous step or the last contact: cycles may pass through it. */
export const relativeWait: fc.Arbitrary<Config> = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('day', 'business-day'),
  direction: fc.constant('after'),
  anchor: fc.constantFrom('previous-step', 'last-contact'),
});

const datedWait: fc.Arbitrary<Config> = fc.record(
  {
    amount: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('day', 'business-day'),
    direction: fc.constantFrom('before', 'after'),
    anchor: fc.constantFrom('due-date', 'issue-date'),
    time: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
  },
  { requiredKeys: ['amount', 'unit', 'direction', 'anchor'] },
);

const sendEmail: fc.Arbitrary<Config> = fc.record({
  template: fc.constantFrom('tone-0', 'tone-1', 'tone-2', 'tone-3'),
  mode: fc.constantFrom('automatic', 'to-confirm'),
  answerIn: delay,
});

const call: fc.Arbitrary<Config> = fc.record(
  { script: fc.constant('first-call'), dueIn: delay, branchWhenOverdue: fc.boolean() },
  { requiredKeys: ['script'] },
);

const field = fc.record({
  type: fc.constantFrom('text', 'date', 'money', 'number'),
  required: fc.boolean(),
});

const task: fc.Arbitrary<Config> = fc
  .record({ outcomes: fc.array(fc.array(field, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), dueIn: delay })
  .map(({ outcomes, dueIn }) => ({
    title: 'Tâche',
    dueIn,
    outcomes: outcomes.map((fields, index) => ({
      id: `o${index}`,
      label: `Issue ${index}`,
      fields: fields.map((drawn, at) => ({ ...drawn, id: `${drawn.type}${at}` })),
    })),
  }));

const comparison = fc.oneof(
  fc.record({
    fact: fc.constantFrom('invoice.balance', 'debtor.overdue', 'debtor.credits'),
    op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
    value: fc.record({ amount: fc.constantFrom('0', '12.50', '1000.00'), currency: fc.constant('EUR') }),
  }),
  fc.record({
    fact: fc.constantFrom('invoice.daysOverdue', 'debtor.lastContactDays', 'debtor.brokenPromises'),
    op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
    value: fc.integer({ min: -10, max: 100 }),
  }),
  fc.record({
    fact: fc.constantFrom('debtor.kind', 'debtor.segment'),
    op: fc.constant('in'),
    value: fc.array(fc.constantFrom('business', 'public', 'consumer'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ fact: fc.constantFrom('debtor.owner', 'debtor.segment'), op: fc.constantFrom('known', 'unknown') }),
);

const condition = fc.letrec<{ tree: Config; all: Config; any: Config; leaf: Config }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('leaf'), tie('all'), tie('any')),
  all: fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  any: fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  leaf: comparison,
})).tree;

const decision: fc.Arbitrary<Config> = fc.array(condition, { minLength: 1, maxLength: 3 }).map((conditions) => ({
  branches: conditions.map((when, index) => ({ id: `b${index}`, label: `Cas ${index}`, when })),
}));

/** Valid configs by node type, for the nodes between start and end. */
export const RANDOM_CONFIGS = {
  wait: fc.oneof(relativeWait, datedWait),
  'send-email': sendEmail,
  call,
  task,
  decision,
} satisfies Partial<Record<NodeType, fc.Arbitrary<Config>>>;
