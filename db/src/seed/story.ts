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
  /** Day on which its overdue invoices were enrolled; later ones follow by the rules of assignment. */
  start: number;
  answers: StoryAnswer[];
}

/** Days before the first day on which the demo's history begins. */
export const STORY_DAYS = 28;
/** The last of these days were worked in Relance; what went before was taken over. */
export const DAYS_IN_RELANCE = 7;

/** The debtor whose cases are on hold, from and until which day. */
export const HELD = { group: 6, index: 1, from: -5, until: 10, reason: 'Attend le retour de sa comptable' } as const;

const told = (place: string, start: number, ...answers: StoryAnswer[]): Story => {
  const [group, index] = place.split('/').map(Number);
  return { group: group ?? 0, index: index ?? 0, start, answers };
};
const said = (nodeId: string, outcome: string, day: number, promisedIn?: number): StoryAnswer =>
  promisedIn === undefined ? { nodeId, outcome, day } : { nodeId, outcome, day, promisedIn };

/** Thirty-five debtors, so told that together they stand on the steps of all scenarios on the first day. */
export const STORIES: readonly Story[] = [
  told('1/5', -7),
  told('2/0', -10, said('call', 'other', -3)),
  told('2/2', -10),
  told('2/3', -10, said('call', 'other', -5), said('call', 'other', -3)),
  told('2/9', -2),
  told('3/0', -10),
  told('3/1', -10),
  told('3/2', -12, said('call', 'no-answer', -7)),
  told('3/4', -7, said('call', 'other', -3)),
  told('4/0', -10),
  told('4/1', -10),
  told('4/2', -17, said('call', 'no-answer', -13), said('call-again', 'promised', -12, 1)),
  told('4/3', -14, said('call', 'paid-already', -4)),
  told('4/4', -10, said('call', 'paid-already', -3)),
  told('5/0', -24, said('call', 'promised', -20, -14)),
  told('5/1', -10),
  told(
    '5/2',
    -28,
    said('call', 'promised', -24, -20),
    said('broken', 'promised', -18, 3),
    said('call', 'promised', -14, 2),
  ),
  told('6/0', -6),
  told('6/1', -10),
  told('6/2', -10, said('call', 'no-answer', -5)),
  told(
    '7/0',
    -22,
    said('call', 'no-answer', -18),
    said('call-again', 'no-answer', -17),
    said('account-manager', 'dated', -5),
  ),
  told('7/1', -7, said('account-manager', 'dated', -4)),
  told('8/0', -10),
  told('8/1', -20),
  told('8/2', -10),
  told('9/0', -10, said('platform', 'received', -6), said('call', 'promised', -4, 8)),
  told('9/1', -13, said('platform', 'received', -6), said('call', 'promised', -4, 0)),
  told('10/0', -10, said('call', 'no-answer', -3)),
  told('10/1', -10, said('call', 'no-answer', -3)),
  told('11/1', -10, said('call', 'other', -3)),
  told('11/2', -10, said('call', 'other', -3)),
  told(
    '12/0',
    -24,
    said('call', 'no-answer', -20),
    said('call-again', 'no-answer', -19),
    said('last-call', 'no-answer', -5),
  ),
  told(
    '13/0',
    -24,
    said('call', 'no-answer', -20),
    said('call-again', 'no-answer', -19),
    said('last-call', 'no-answer', -6),
  ),
  told('13/1', -17, said('call', 'no-answer', -12), said('call-again', 'no-answer', -5)),
  told(
    '14/0',
    -24,
    said('call', 'no-answer', -20),
    said('call-again', 'no-answer', -19),
    said('last-call', 'promised', -5, 4),
  ),
];
