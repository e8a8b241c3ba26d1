import { testRule } from '../rule-tester.ts';
import { around, clean, days } from '../support/drawings.ts';
import { validConfig } from './valid-config.ts';

const at = (type: Parameters<typeof around>[0], config: Record<string, unknown>) => around(type, config).build();
const when = (condition: unknown) => ({ branches: [{ id: 'a', label: 'A', when: condition }] });
const deep = (levels: number): unknown =>
  levels === 1 ? { fact: 'debtor.owner', op: 'known' } : { all: [deep(levels - 1)] };

testRule(validConfig, {
  valid: {
    'a clean drawing': clean().build(),
    'a wait for an answer': at('wait', days(5, { answer: { nodeId: 'call', field: 'date' } })),
    'a task': at('task', { title: 'T', outcomes: [{ id: 'done', label: 'Fait' }] }),
    'conditions five deep': at('decision', when(deep(5))),
  },
  invalid: {
    'an unknown member, which can be removed': {
      graph: at('end', { reason: 'settled', mood: 'good' }),
      findings: [{ path: ['mood'], message: { key: 'config.unknown-member', values: { member: 'mood' } } }],
    },
    'members that are missing': {
      graph: at('wait', { unit: 'day', direction: 'after' }),
      findings: [
        { nodeId: 'step', path: ['amount'], message: { key: 'config.required' } },
        { path: ['anchor'], message: { key: 'config.required' } },
      ],
    },
    'values out of bounds': {
      graph: at('wait', { ...days(-1, 'due-date'), time: '25:00' }),
      findings: [
        { path: ['amount'], message: { key: 'config.too-small.number', values: { count: 0 } } },
        { path: ['time'], message: { key: 'config.time' } },
      ],
    },
    'a value of no choice': {
      graph: at('end', { reason: 'paid' }),
      findings: [{ path: ['reason'], message: { key: 'config.choice' } }],
    },
    'an anchor of no kind': {
      graph: at('wait', days(5, 'birthday')),
      findings: [{ path: ['anchor'] }],
    },
    'an answer anchor without its field': {
      graph: at('wait', days(5, { answer: { nodeId: 'call' } })),
      findings: [{ path: ['anchor', 'answer', 'field'], message: { key: 'config.required' } }],
    },
    'a task without outcomes': {
      graph: at('task', { title: '', outcomes: [] }),
      findings: [{ path: ['title'] }, { path: ['outcomes'], message: { key: 'config.too-small.array' } }],
    },
    'two outcomes of one id, a choice without options': {
      graph: at('task', {
        title: 'T',
        outcomes: [
          { id: 'done', label: 'Fait', fields: [{ id: 'why', type: 'choice', required: true }] },
          { id: 'done', label: 'Fait' },
        ],
      }),
      findings: [
        { path: ['outcomes', 0, 'fields', 0, 'options'], message: { key: 'config.choice-options' } },
        { path: ['outcomes', 1, 'id'], message: { key: 'config.id-taken' } },
      ],
    },
    'a branch that takes the name of else': {
      graph: at('decision', { branches: [{ id: 'else', label: 'E', when: deep(1) }] }),
      findings: [{ path: ['branches', 0, 'id'], message: { key: 'config.id-taken' } }],
    },
    'conditions six deep': {
      graph: at('decision', when(deep(6))),
      findings: [{ path: ['branches', 0, 'when'], message: { key: 'config.too-deep' } }],
    },
    'money that is no money': {
      graph: at('decision', when({ fact: 'invoice.balance', op: '>=', value: { amount: '1.234', currency: 'EUR' } })),
      findings: [{ path: ['branches', 0, 'when', 'value'], message: { key: 'config.money' } }],
    },
    'a comparison without its value, and one too many': {
      graph: at(
        'decision',
        when({
          all: [
            { fact: 'invoice.total', op: '>=' },
            { fact: 'debtor.kind', op: 'known', value: 1 },
          ],
        }),
      ),
      findings: [
        { path: ['branches', 0, 'when', 'all', 0, 'value'], message: { key: 'config.needs-value' } },
        { path: ['branches', 0, 'when', 'all', 1, 'value'], message: { key: 'config.takes-no-value' } },
      ],
    },
  },
});
