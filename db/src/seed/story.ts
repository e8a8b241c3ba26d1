/** What a collector wrote down on a call or task: `promisedIn` counts days from the first day. */
export interface StoryAnswer {
  nodeId: string;
  outcome: string;
  /** Day on which it is given, or the first one after it on which such a task is open; 0 is the first day. */
  day: number;
  promisedIn?: number;
}

/** How the cases of one debtor were worked before the first day. Debtors without a story are enrolled by hand. */
export interface Story {
  group: number;
  index: number;
  scenario: 'firm' | 'small-balance';
  /** Day on which its overdue invoices were enrolled; later ones follow as they come near their due date. */
  start: number;
  answers: StoryAnswer[];
}

/** Days before the first day on which the demo's history begins. */
export const STORY_DAYS = 35;

/** The debtor whose cases are on hold, and until which day. */
export const HELD = { group: 6, index: 1, until: 10, reason: 'Attend le retour de sa comptable' } as const;

const firm = (group: number, index: number, start: number, ...answers: StoryAnswer[]): Story => ({
  group,
  index,
  scenario: 'firm',
  start,
  answers,
});
const small = (index: number, start: number): Story => ({
  group: 8,
  index,
  scenario: 'small-balance',
  start,
  answers: [],
});
const said = (nodeId: string, outcome: string, day: number, promisedIn?: number): StoryAnswer =>
  promisedIn === undefined ? { nodeId, outcome, day } : { nodeId, outcome, day, promisedIn };

/** Thirty debtors, so told that together they stand on every step of both scenarios that lasts. */
export const STORIES: readonly Story[] = [
  firm(2, 0, -7),
  firm(2, 1, -7),
  firm(2, 2, -7),
  firm(2, 3, -10, said('call', 'cannot-pay', -5)),
  firm(2, 4, -7),
  firm(3, 0, -7),
  firm(3, 1, -7, said('call', 'no-answer', -3)),
  firm(3, 2, -12, said('call', 'no-answer', -7)),
  firm(3, 3, -3),
  firm(3, 4, -17, said('call', 'no-answer', -12), said('call-again', 'no-answer', -11)),
  firm(4, 0, -7),
  firm(4, 1, -14, said('call', 'promised', -10, 2)),
  firm(4, 2, -17, said('call', 'no-answer', -13), said('call-again', 'promised', -12, 1)),
  firm(4, 3, -14, said('call', 'paid-already', -4)),
  firm(4, 4, -18, said('call', 'paid-already', -14)),
  firm(5, 0, -24, said('call', 'promised', -20, -14)),
  firm(5, 1, -28, said('call', 'promised', -24, -20), said('broken', 'promised', -18, 3)),
  firm(5, 2, -21, said('call', 'other', -17)),
  firm(6, 0, -10, said('call', 'disputed', -5)),
  firm(6, 1, -7),
  firm(6, 2, -10, said('call', 'wrong-number', -5)),
  firm(6, 3, -14, said('call', 'other', -4)),
  firm(7, 0, -22, said('call', 'no-answer', -18), said('call-again', 'no-answer', -17)),
  small(0, -20),
  small(1, -20),
  small(2, -25),
  firm(
    12,
    0,
    -18,
    said('call', 'no-answer', -14),
    said('call-again', 'no-answer', -13),
    said('last-call', 'no-answer', -3),
  ),
  firm(
    13,
    0,
    -35,
    said('call', 'no-answer', -31),
    said('call-again', 'no-answer', -28),
    said('last-call', 'no-answer', -18),
  ),
  firm(13, 1, -17, said('call', 'no-answer', -12), said('call-again', 'no-answer', -5)),
  firm(
    14,
    0,
    -18,
    said('call', 'no-answer', -14),
    said('call-again', 'no-answer', -13),
    said('last-call', 'promised', -3, 4),
  ),
];
