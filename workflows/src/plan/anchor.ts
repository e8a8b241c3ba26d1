/** From when a wait counts: a date of the invoice, an instant of the case, or a date that somebody gave. */
export type Anchor =
  | 'issue-date'
  | 'due-date'
  | 'previous-step'
  | 'last-contact'
  | { answer: { nodeId: string; field: string } }
  | { answerBy: string };
