/** Days overdue on the first day, from and to, both included. */
export type AgeRange = readonly [from: number, to: number];

/** How debtors of one kind stand: `ages` has one entry for each overdue invoice, dealt out to the debtors in turn. */
export interface Group {
  no: number;
  name: string;
  debtors: number;
  paid: number;
  notDue: number;
  ages: readonly AgeRange[];
  /** Amounts of one invoice in minor units, from and to. */
  amounts: readonly [from: number, to: number];
  /** Days between due date and payment. */
  paysAfter: readonly [from: number, to: number];
  termDays: number;
}

const times = (count: number, from: number, to: number): AgeRange[] =>
  Array.from({ length: count }, () => [from, to] as const);

const [A, B, C, D, E, F] = [
  [1, 15],
  [16, 30],
  [31, 60],
  [61, 90],
  [91, 120],
  [121, 240],
] as const;

function ages(counts: Partial<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', number>>): AgeRange[] {
  const { a = 0, b = 0, c = 0, d = 0, e = 0, f = 0 } = counts;
  return [
    ...times(f, ...F),
    ...times(e, ...E),
    ...times(d, ...D),
    ...times(c, ...C),
    ...times(b, ...B),
    ...times(a, ...A),
  ];
}

/** A claim of a consumer that nears limitation after two years, and one of a business after five. */
const CONSUMER_LIMIT: AgeRange = [670, 670];
const BUSINESS_LIMIT: AgeRange = [1765, 1765];

export const GROUPS: readonly Group[] = [
  {
    no: 1,
    name: 'regular',
    debtors: 10,
    paid: 36,
    notDue: 24,
    ages: [],
    amounts: [30_000, 600_000],
    paysAfter: [-3, 0],
    termDays: 30,
  },
  // each of the ten has one invoice old enough for a second reminder
  {
    no: 2,
    name: 'slow',
    debtors: 10,
    paid: 30,
    notDue: 16,
    ages: [...times(10, 18, 25), ...times(14, ...A)],
    amounts: [40_000, 900_000],
    paysAfter: [8, 25],
    termDays: 30,
  },
  {
    no: 3,
    name: 'forgetful',
    debtors: 7,
    paid: 16,
    notDue: 8,
    ages: ages({ a: 8, b: 5, c: 5 }),
    amounts: [20_000, 400_000],
    paysAfter: [4, 12],
    termDays: 30,
  },
  {
    no: 4,
    name: 'after-a-call',
    debtors: 5,
    paid: 10,
    notDue: 7,
    ages: ages({ a: 4, b: 5, c: 6, d: 3 }),
    amounts: [80_000, 1_200_000],
    paysAfter: [12, 30],
    termDays: 30,
  },
  {
    no: 5,
    name: 'promise-breakers',
    debtors: 3,
    paid: 3,
    notDue: 2,
    ages: ages({ a: 1, b: 2, c: 4, d: 3, e: 2, f: 1 }),
    amounts: [100_000, 1_500_000],
    paysAfter: [30, 60],
    termDays: 30,
  },
  {
    no: 6,
    name: 'disputers',
    debtors: 4,
    paid: 8,
    notDue: 4,
    ages: ages({ a: 3, b: 3, c: 4, d: 2 }),
    amounts: [50_000, 800_000],
    paysAfter: [10, 40],
    termDays: 30,
  },
  {
    no: 7,
    name: 'key-accounts',
    debtors: 2,
    paid: 22,
    notDue: 18,
    ages: ages({ a: 7, b: 4, c: 4, d: 3, e: 1, f: 1 }),
    amounts: [200_000, 3_000_000],
    paysAfter: [5, 20],
    termDays: 45,
  },
  // dealt out to three debtors: two over 150 together, all stages of the small scenario, one under 30
  {
    no: 8,
    name: 'small-balances',
    debtors: 3,
    paid: 4,
    notDue: 0,
    ages: [
      [70, 70],
      [3, 3],
      [75, 75],
      [50, 50],
      [12, 12],
      [35, 35],
      [18, 18],
      [37, 37],
    ],
    amounts: [400, 6_000],
    paysAfter: [15, 40],
    termDays: 30,
  },
  {
    no: 9,
    name: 'public-buyers',
    debtors: 4,
    paid: 8,
    notDue: 6,
    ages: ages({ a: 3, b: 2, c: 3, d: 1, e: 1 }),
    amounts: [60_000, 1_400_000],
    paysAfter: [20, 50],
    termDays: 30,
  },
  {
    no: 10,
    name: 'consumers',
    debtors: 4,
    paid: 2,
    notDue: 1,
    ages: [...ages({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }).slice(0, 3), CONSUMER_LIMIT, ...ages({ a: 1, b: 1, c: 1 })],
    amounts: [9_000, 180_000],
    paysAfter: [5, 30],
    termDays: 15,
  },
  {
    no: 11,
    name: 'foreign',
    debtors: 4,
    paid: 7,
    notDue: 5,
    ages: ages({ a: 3, b: 1, c: 2, d: 1, e: 2, f: 1 }),
    amounts: [70_000, 1_100_000],
    paysAfter: [15, 30],
    termDays: 30,
  },
  {
    no: 12,
    name: 'insolvent',
    debtors: 1,
    paid: 2,
    notDue: 0,
    ages: ages({ c: 1, d: 1, e: 1, f: 1 }),
    amounts: [150_000, 500_000],
    paysAfter: [20, 40],
    termDays: 30,
  },
  {
    no: 13,
    name: 'silent',
    debtors: 2,
    paid: 2,
    notDue: 0,
    ages: [F, BUSINESS_LIMIT, E, E, D, D, C, C],
    amounts: [90_000, 700_000],
    paysAfter: [20, 40],
    termDays: 30,
  },
  {
    no: 14,
    name: 'on-a-plan',
    debtors: 1,
    paid: 2,
    notDue: 0,
    ages: ages({ c: 2, d: 1, e: 1, f: 1 }),
    amounts: [60_000, 240_000],
    paysAfter: [20, 40],
    termDays: 30,
  },
];
