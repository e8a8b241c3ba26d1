import { describe, expect, it } from 'vitest';
import { formats } from '../i18n/formats.ts';
import { isMessageKey } from '../i18n/index.ts';
import { translator } from '../i18n/translate.ts';
import { reasonText, tellRow, TIMELINE_LOOKS, UNTOLD, type Telling, type TimelineRow } from './timeline-words.ts';

const sources = import.meta.glob<string>(
  [
    '../../../{worker/src/step,worker/src/dispatch,worker/src/imports,db/src/queries,api/src/services}/*.ts',
    '!**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const engine = import.meta.glob<string>('../../../workflows/src/engine/{walk,budget}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// What is written about organisations, files and scenarios stands in no case's timeline.
const ELSEWHERE = new Set(['organisation-created', 'scenario-created', 'scenario-published', 'imported']);
const AUDITED =
  /'((?:contact|message|task|step|wait|payment|balance|address|event|invoice|debtor|dispute|person|remainder)-[a-z-]+)'/g;
// the words of notes and commands that are written as they are
const PLAIN = /(?:kind|[a-z-]+): '(enrolled|paid|ended|incident|decided|held|resumed|skipped|moved|retried)'/g;
const NOT_KINDS = new Set(['debtor-differs', 'message-under-way', 'address-known', 'payment-exists']);

const telling: Telling = {
  t: translator('en'),
  f: formats('en', 'Europe/Paris'),
  language: 'en',
  stepName: (id) => ({ mail: 'Reminder 1', call: 'First call' })[id],
  outcomeName: (_node, outcome) => (outcome === 'promised' ? 'Promise to pay' : outcome),
  actorName: (actor) => (actor === 'user:u1' ? 'Karim' : undefined),
};
const row = (kind: string, more: Partial<TimelineRow> = {}): TimelineRow => ({
  id: '1',
  at: '2026-12-08T09:24:00.000Z',
  recordedAt: '2026-12-08T09:24:00.000Z',
  actor: 'dispatcher',
  kind,
  ...more,
});

describe('words of the timeline', () => {
  it('has words or a reason to be silent for every kind that is written', () => {
    const kinds = new Set<string>();
    for (const text of Object.values(sources)) {
      for (const [, kind = ''] of text.matchAll(AUDITED)) kinds.add(kind);
      for (const [, kind = ''] of text.matchAll(PLAIN)) kinds.add(kind);
    }
    expect(kinds.size).toBeGreaterThan(20);
    const known = new Set([...Object.keys(TIMELINE_LOOKS), ...UNTOLD, ...ELSEWHERE, ...NOT_KINDS]);
    expect([...kinds].filter((kind) => !known.has(kind))).toEqual([]);
  });

  it('has a text in the catalogue for every kind that is shown', () => {
    expect(Object.keys(TIMELINE_LOOKS).filter((kind) => !isMessageKey(`timeline.what.${kind}`))).toEqual([]);
  });

  it('has words for every reason that is written, an incident’s among them', () => {
    const reasons = new Set(['failed', 'database-23505', 'missing: payment_block', 'facts-changed', 'not-taken-up']);
    for (const text of Object.values(engine)) {
      for (const [, code = ''] of text.matchAll(/(?:fail\(|return )'([a-z-]+)'/g)) reasons.add(code);
    }
    for (const [file, text] of Object.entries(sources)) {
      if (!/worker\/src\/(dispatch|step)|message-unknown|contact-address|settle/.test(file)) continue;
      for (const [, code = ''] of text.matchAll(/reason: '([a-z-]+)'/g)) reasons.add(code);
    }
    expect(reasons.size).toBeGreaterThan(15);
    for (const language of ['fr', 'en'] as const) {
      const t = translator(language);
      expect([...reasons].filter((reason) => reasonText(reason, t) === reason)).toEqual([]);
    }
  });

  it('says what, why and who', () => {
    expect(tellRow(row('contact-covered', { nodeId: 'mail', reason: 'listed' }), telling)).toMatchObject({
      group: 'contact',
      what: 'Reminder 1 covered by another message',
      why: ['a message that had left listed this invoice'],
    });
    expect(
      tellRow(row('task-completed', { nodeId: 'call', actor: 'user:u1', data: { outcome: 'promised' } }), telling),
    ).toMatchObject({ what: 'First call: Promise to pay', why: ['by Karim'] });
    expect(
      tellRow(row('hold', { reason: 'Waits for the bank', data: { until: '2026-12-15' } }), telling),
    ).toMatchObject({
      what: 'Held until Tue 15 Dec',
      why: ['Waits for the bank'],
    });
    expect(
      tellRow(row('balance-changed', { data: { by: 'money', balance: 91_480, currency: 'EUR' } }), telling),
    ).toMatchObject({ what: 'New balance: €914.80', why: ['by a payment'] });
  });

  it('names the step that a moved case entered, and gives no reason for a release', () => {
    expect(tellRow(row('moved', { data: { to: 'mail' } }), telling)?.what).toBe('Follow-up moved to Reminder 1');
    expect(tellRow(row('contact-released', { nodeId: 'mail', reason: 'hold' }), telling)?.why).toEqual([]);
  });

  it('still says that something happened when it knows no word for it', () =>
    expect(tellRow(row('never-heard-of'), telling)).toMatchObject({ what: 'Something else' }));

  it('is silent where another row tells the same', () => expect(tellRow(row('step-entered'), telling)).toBeNull());
});
