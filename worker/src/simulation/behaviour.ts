/** What a debtor does about what happens to it. Days are counted from the due date (`ownDate`) or in business days. */
export interface Behaviour {
  /** Pays between these days after the due date, whatever is sent. */
  ownDate?: readonly [from: number, to: number];
  /** Share of its transfers that come without a reference. */
  silentShare?: number;
  /** Minor units that the bank keeps of each transfer. */
  short?: number;
  /** What a delivered message brings about. */
  onMessage?: 'pays' | 'pays-at-once' | 'disputes' | 'pays-half-late' | 'instalments' | 'over-indebted';
  /** Share of promises that are kept; of the second promise of those who break the first, half the sum comes. */
  keeps: number;
  halfAfterBroken?: boolean;
  /** What it says when it is called. */
  onCall: 'promised' | 'paid-already' | 'disputed' | 'cannot-pay' | 'no-answer';
  /** Business days until the date that it promises. */
  promisesIn: number;
}

const REGULAR: Behaviour = { ownDate: [-3, 0], keeps: 1, onCall: 'promised', promisesIn: 2 };

const BY_GROUP: Readonly<Record<string, Behaviour>> = {
  1: REGULAR,
  2: { ownDate: [8, 25], silentShare: 0.2, keeps: 1, onCall: 'promised', promisesIn: 5 },
  3: { onMessage: 'pays', keeps: 1, onCall: 'promised', promisesIn: 2 },
  4: { keeps: 0.9, onCall: 'promised', promisesIn: 3 },
  5: { keeps: 0, halfAfterBroken: true, onCall: 'promised', promisesIn: 4 },
  6: { onMessage: 'disputes', keeps: 1, onCall: 'disputed', promisesIn: 3 },
  7: { keeps: 0, onCall: 'promised', promisesIn: 8 },
  8: { onMessage: 'pays-half-late', keeps: 1, onCall: 'promised', promisesIn: 3 },
  9: { ownDate: [20, 50], keeps: 0, onCall: 'promised', promisesIn: 8 },
  10: { keeps: 0.5, onCall: 'no-answer', promisesIn: 5 },
  11: { ownDate: [15, 30], keeps: 1, onCall: 'promised', promisesIn: 5 },
  12: { keeps: 0, onCall: 'cannot-pay', promisesIn: 5 },
  13: { keeps: 0, onCall: 'no-answer', promisesIn: 5 },
  14: { onMessage: 'instalments', keeps: 1, onCall: 'cannot-pay', promisesIn: 5 },
};

/** Debtors that differ from their group, by group and place. */
const ALONE: Readonly<Record<string, Partial<Behaviour>>> = {
  // the one of the promise breakers that never pays
  '5/2': { halfAfterBroken: false },
  '10/0': { onMessage: 'pays-at-once', onCall: 'promised' },
  '10/1': { onMessage: 'instalments', onCall: 'cannot-pay' },
  '10/2': { onMessage: 'over-indebted', onCall: 'cannot-pay' },
  '11/1': { short: 1_500 },
  '11/2': { short: 1_500 },
};

/** Groups whose debtors pay on their own date, and the one that pays in runs. */
export const OWN_DATE_GROUPS = Object.keys(BY_GROUP).filter((group) => BY_GROUP[group]?.ownDate !== undefined);
export const PAY_RUN_GROUP = '7';

export function behaviourOf(group: string, traits: Readonly<Record<string, unknown>>): Behaviour {
  return { ...(BY_GROUP[group] ?? REGULAR), ...ALONE[`${group}/${String(traits['index'])}`] };
}
