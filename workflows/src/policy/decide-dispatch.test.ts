import { describe, expect, test } from 'vitest';
import { decideDispatch } from './decide-dispatch.ts';
import type { OverdueInvoice, PlannedContact, RecentMessage } from './dispatch.ts';

const NOW = '2026-03-10T08:00:00.000Z';
const EUR = { amount: 10_000, currency: 'EUR' };

function contact(id: string, changes: Partial<PlannedContact> = {}): PlannedContact {
  return {
    id,
    enrolmentId: `enrolment-${id}`,
    invoiceId: `invoice-${id}`,
    entityId: 'sas',
    currency: 'EUR',
    tone: 1,
    template: 'reminder-1',
    slotAt: '2026-03-10T07:00:00.000Z',
    plannedAt: '2026-03-10T07:00:00.000Z',
    minimumDistanceDays: 5,
    waitingFor: null,
    balance: EUR,
    dueDate: '2026-02-01',
    held: false,
    disputed: false,
    paid: false,
    ...changes,
  };
}

function message(id: string, changes: Partial<RecentMessage> = {}): RecentMessage {
  return {
    id,
    entityId: 'sas',
    tone: 1,
    handedOverAt: '2026-03-08T08:00:00.000Z',
    minimumDistanceDays: 5,
    invoiceIds: [],
    listedInvoiceIds: [],
    ...changes,
  };
}

function overdue(id: string, changes: Partial<OverdueInvoice> = {}): OverdueInvoice {
  return { id, entityId: 'sas', currency: 'EUR', dueDate: '2026-01-15', balance: EUR, ...changes };
}

function decide(contacts: PlannedContact[], messages: RecentMessage[] = [], others: OverdueInvoice[] = []) {
  return decideDispatch({ contacts, messages, overdue: others, now: NOW });
}

describe('grouping', () => {
  test('ripe invoices of one tone make one message', () => {
    const { messages, keep } = decide([contact('a'), contact('b')]);
    expect(messages).toEqual([
      {
        entityId: 'sas',
        currency: 'EUR',
        template: 'reminder-1',
        tone: 1,
        minimumDistanceDays: 5,
        contactIds: ['a', 'b'],
        listedInvoiceIds: [],
      },
    ]);
    expect(keep).toEqual([]);
  });

  test('the gravest tone is the table, a lower one and other overdue invoices are listed, oldest first', () => {
    const { messages, keep } = decide(
      [contact('a'), contact('b', { tone: 2, template: 'reminder-2' })],
      [],
      [
        overdue('invoice-b'),
        overdue('other'),
        overdue('dollars', { currency: 'USD' }),
        overdue('services', { entityId: 'x' }),
      ],
    );
    expect(messages).toMatchObject([{ tone: 2, contactIds: ['b'], listedInvoiceIds: ['other', 'invoice-a'] }]);
    expect(keep).toEqual([{ contactId: 'a', reason: 'graver-first' }]);
  });

  test('one demand at a time, whatever the entity', () => {
    const { messages, keep } = decide([contact('a', { entityId: 'services' }), contact('b', { tone: 3 })]);
    expect(messages).toMatchObject([{ entityId: 'sas', contactIds: ['b'] }]);
    expect(keep).toEqual([{ contactId: 'a', reason: 'other-message-first' }]);
  });

  test('one message is in one currency', () => {
    const dollars = { currency: 'USD', balance: { amount: 10_000, currency: 'USD' } };
    const { messages, keep } = decide([contact('a'), contact('b', dollars), contact('c')]);
    expect(messages).toMatchObject([{ currency: 'EUR', contactIds: ['a', 'c'] }]);
    expect(keep).toEqual([{ contactId: 'b', reason: 'other-message-first' }]);
    const service = decide([contact('a', { tone: 0 }), contact('b', { ...dollars, tone: 0 })]);
    expect(service.messages.map(({ currency, contactIds }) => [currency, contactIds])).toEqual([
      ['EUR', ['a']],
      ['USD', ['b']],
    ]);
  });

  test('service messages are grouped by template and leave beside a demand', () => {
    const { messages } = decide([
      contact('a', { tone: 0, template: 'preventive' }),
      contact('b', { tone: 0, template: 'call-recap' }),
      contact('c', { tone: 0, template: 'preventive' }),
      contact('d'),
    ]);
    expect(messages.map(({ template, contactIds }) => [template, contactIds])).toEqual([
      ['preventive', ['a', 'c']],
      ['call-recap', ['b']],
      ['reminder-1', ['d']],
    ]);
  });
});

describe('what does not leave', () => {
  test.each([
    [{ paid: true }, { drop: [{ contactId: 'a', reason: 'paid' }] }],
    [{ balance: { amount: 0, currency: 'EUR' } }, { drop: [{ contactId: 'a', reason: 'paid' }] }],
    [{ held: true }, { wait: [{ contactId: 'a', waitingFor: 'hold' }] }],
    [{ disputed: true }, { wait: [{ contactId: 'a', waitingFor: 'dispute' }] }],
    [{ slotAt: '2026-03-10T08:00:00.001Z' }, { keep: [{ contactId: 'a', reason: 'not-ripe' }] }],
    [{ slotAt: null, waitingFor: 'confirmation' }, { keep: [{ contactId: 'a', reason: 'waiting' }] }],
  ] as const)('%o', (changes, expected) => {
    const dispatch = decide([contact('a', changes)]);
    expect(dispatch).toMatchObject({ messages: [], ...expected });
  });

  test('a disputed or held invoice is not listed either', () => {
    const { messages } = decide([contact('a'), contact('b', { disputed: true })], [], [overdue('invoice-b')]);
    expect(messages).toMatchObject([{ contactIds: ['a'], listedInvoiceIds: [] }]);
  });
});

describe('minimum distance', () => {
  test('covered by a message that listed the invoice at the same or a graver tone', () => {
    const listed = message('m', { tone: 2, listedInvoiceIds: ['invoice-a'] });
    expect(decide([contact('a')], [listed])).toMatchObject({
      messages: [],
      cover: [{ contactId: 'a', messageId: 'm' }],
    });
  });

  test('deferred when it was listed at a lower tone, or by another entity’s message not at all', () => {
    const until = '2026-03-13T08:00:00.000Z';
    const softer = message('m', { listedInvoiceIds: ['invoice-a'] });
    const elsewhere = message('m', { entityId: 'services' });
    for (const recent of [softer, elsewhere]) {
      expect(decide([contact('a', { tone: 2 })], [recent])).toMatchObject({
        messages: [],
        defer: [{ contactId: 'a', until, reason: 'distance' }],
      });
    }
  });

  test('the larger distance of both sides counts, to the hour', () => {
    const longAgo = message('m', { handedOverAt: '2026-03-05T08:00:00.000Z' });
    expect(decide([contact('a')], [longAgo]).messages).toHaveLength(1);
    expect(decide([contact('a', { minimumDistanceDays: 6 })], [longAgo])).toMatchObject({
      defer: [{ until: '2026-03-11T08:00:00.000Z' }],
    });
  });

  test('a demand under way blocks further demands, not service messages', () => {
    const reserved = message('m', { handedOverAt: null });
    expect(decide([contact('a'), contact('b', { tone: 0 })], [reserved])).toMatchObject({
      messages: [{ contactIds: ['b'] }],
      keep: [{ contactId: 'a', reason: 'message-under-way' }],
    });
  });

  test('service messages neither wait nor count', () => {
    const service = message('m', { tone: 0, handedOverAt: null });
    expect(decide([contact('a')], [service]).messages).toHaveLength(1);
    expect(decide([contact('a', { tone: 0 })], [message('n')]).messages).toHaveLength(1);
  });
});
