import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { buildPortfolio, firstDay, STORIES, type SeedDebtor, type SeedInvoice } from './index.ts';

const FIRST_DAY = '2026-11-23';
const portfolio = buildPortfolio({ firstDay: FIRST_DAY });
const { debtors, invoices, payments } = portfolio;

const ageOf = ({ dueDate }: SeedInvoice): number =>
  Temporal.PlainDate.from(dueDate).until(Temporal.PlainDate.from(FIRST_DAY)).days;
const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;
const ofGroup = (no: number) => invoices.filter(({ debtor }) => debtor.group === no);

describe('the demo portfolio', () => {
  test.each([
    [1, 10, 60, 36, 24, 0, 300, 6_000],
    [2, 10, 70, 30, 16, 24, 400, 9_000],
    [3, 7, 42, 16, 8, 18, 200, 4_000],
    [4, 5, 35, 10, 7, 18, 800, 12_000],
    [5, 3, 18, 3, 2, 13, 1_000, 15_000],
    [6, 4, 24, 8, 4, 12, 500, 8_000],
    [7, 2, 60, 22, 18, 20, 2_000, 30_000],
    [8, 3, 12, 4, 0, 8, 4, 60],
    [9, 4, 24, 8, 6, 10, 600, 14_000],
    [10, 4, 10, 2, 1, 7, 90, 1_800],
    [11, 4, 22, 7, 5, 10, 700, 11_000],
    [12, 1, 6, 2, 0, 4, 1_500, 5_000],
    [13, 2, 10, 2, 0, 8, 900, 7_000],
    [14, 1, 7, 2, 0, 5, 600, 2_400],
  ])('group %i', (no, debtorCount, all, paid, notDue, overdue, least, most) => {
    const mine = ofGroup(no);
    expect(count(debtors, ({ group }) => group === no)).toBe(debtorCount);
    expect(mine).toHaveLength(all);
    expect(count(mine, ({ standing }) => standing === 'paid')).toBe(paid);
    expect(count(mine, ({ standing }) => standing === 'not-due')).toBe(notDue);
    expect(count(mine, ({ standing }) => standing === 'overdue')).toBe(overdue);
    for (const { total } of mine) expect([least * 100 <= total, total <= most * 100]).toEqual([true, true]);
  });

  test('sums', () => {
    expect(debtors).toHaveLength(60);
    expect(new Set(debtors.map(({ name }) => name)).size).toBe(60);
    expect(invoices).toHaveLength(400);
    expect(new Set(invoices.map(({ number }) => number)).size).toBe(400);
    const standing = (is: string) => count(invoices, (invoice) => invoice.standing === is);
    expect([standing('paid'), standing('not-due'), standing('overdue')]).toEqual([152, 91, 157]);
  });

  test('overdue by age', () => {
    const ages = invoices.filter(({ standing }) => standing === 'overdue').map(ageOf);
    const between = (from: number, to: number) => count(ages, (age) => age >= from && age <= to);
    expect([
      between(1, 15),
      between(16, 30),
      between(31, 60),
      between(61, 90),
      between(91, 120),
      between(121, 9_999),
    ]).toEqual([46, 34, 37, 20, 11, 9]);
  });

  test('not due means due later, issued before the first day', () => {
    for (const invoice of invoices) {
      expect(invoice.issueDate < FIRST_DAY).toBe(true);
      if (invoice.standing === 'not-due') expect(ageOf(invoice)).toBeLessThan(0);
    }
  });

  test('kinds and languages', () => {
    const kind = (is: string) => count(debtors, (debtor) => debtor.kind === is);
    expect([kind('public'), kind('consumer'), kind('unknown')]).toEqual([4, 4, 2]);
    expect(count(debtors, (debtor) => debtor.kind === 'business' && debtor.country === 'FR')).toBe(45);
    expect(count(debtors, (debtor) => debtor.kind === 'business' && debtor.country !== 'FR')).toBe(5);
    expect(count(debtors, (debtor) => debtor.language === 'fr')).toBe(57);
    expect(count(debtors, (debtor) => debtor.language === 'en')).toBe(3);
    expect(debtors.filter(({ currency }) => currency === 'GBP').map(({ country }) => country)).toEqual(['GB']);
  });

  test('key accounts owe about two fifths of the open balance', () => {
    const open = invoices.filter(({ standing }) => standing !== 'paid');
    const sum = (some: readonly SeedInvoice[]) => some.reduce((total, invoice) => total + invoice.total, 0);
    const share = sum(open.filter(({ debtor }) => debtor.group === 7)) / sum(open);
    expect(share).toBeGreaterThan(0.36);
    expect(share).toBeLessThan(0.44);
  });

  test('nobody real: addresses, numbers and SIREN', () => {
    for (const { email, phone, siren } of debtors) {
      expect(email ?? '@x.example').toMatch(/\.example$/);
      expect(phone ?? '+33 1 99 00 00 00').toMatch(
        /^\+33 1 99 00 \d\d \d\d$|^\+33 6 39 98 \d\d \d\d$|^\+44 20 7946 0\d{3}$/,
      );
      expect(siren ?? '000000000').toMatch(/^000\d{6}$/);
      if (siren) expect(luhn(siren)).toBe(0);
    }
  });

  test('troubles', () => {
    const shared = (of: (debtor: SeedDebtor) => string | null) => {
      const seen = debtors.map(of).filter((value) => value !== null);
      return seen.length - new Set(seen).size;
    };
    expect(count(debtors, ({ email }) => email === null)).toBe(3);
    expect(shared(({ email }) => email)).toBe(1);
    expect(shared(({ siren }) => siren)).toBe(0);
    expect(count(debtors, ({ accounts }) => new Set(accounts.map(({ entity }) => entity)).size === 2)).toBe(1);
    expect(count(debtors, ({ excludedReason }) => excludedReason !== null)).toBe(1);
    const parts = payments.filter(({ purpose }) => purpose === 'part');
    expect(parts).toHaveLength(9);
    const left = parts.map(({ amount, invoiceNumbers }) => {
      const invoice = invoices.find(({ number }) => invoiceNumbers?.includes(number));
      expect(invoice?.standing).toBe('overdue');
      return (invoice?.total ?? 0) - amount;
    });
    expect(left.every((rest) => rest > 0)).toBe(true);
    expect(count(left, (rest) => rest < 100)).toBe(2);
    expect(count(payments, ({ purpose }) => purpose === 'unplaced')).toBe(5);
    const ages = invoices
      .filter(({ standing }) => standing === 'overdue')
      .map((each) => [each.debtor.kind, ageOf(each)]);
    expect(ages.filter(([, age]) => Number(age) > 600)).toEqual(
      expect.arrayContaining([
        ['consumer', 670],
        ['business', 1765],
      ]),
    );
  });

  test('every payment has come by the first day, and after its invoice was issued', () => {
    const byNumber = new Map(invoices.map((invoice) => [invoice.number, invoice]));
    for (const { receivedOn, invoiceNumbers } of payments) {
      expect(receivedOn < FIRST_DAY).toBe(true);
      for (const number of invoiceNumbers ?? []) {
        expect((byNumber.get(number)?.issueDate ?? '') <= receivedOn).toBe(true);
      }
    }
  });

  test('at least 25 debtors with open invoices are left to be enrolled by hand', () => {
    const told = new Set(STORIES.map(({ group, index }) => `${group}/${index}`));
    const byHand = debtors.filter(({ group, index }) => !told.has(`${group}/${index}`));
    const open = byHand.filter((debtor) => invoices.some((each) => each.debtor === debtor && each.standing !== 'paid'));
    expect(open.length).toBeGreaterThanOrEqual(25);
  });

  test('the same seed gives the same portfolio, another seed another', () => {
    expect(buildPortfolio({ firstDay: FIRST_DAY })).toEqual(portfolio);
    expect(buildPortfolio({ firstDay: FIRST_DAY, seed: 2 }).invoices).not.toEqual(invoices);
  });
});

test.each([
  ['2026-11-25', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  // Whit Monday is closed in France
  ['2026-05-27', '2026-05-26'],
])('the first day of %s is %s', (today, day) => {
  expect(firstDay(today)).toBe(day);
});

function luhn(digits: string): number {
  const sum = digits.split('').reduce((total, char, index) => {
    const doubled = Number(char) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10;
}
