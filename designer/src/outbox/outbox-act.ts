import type { OutboxGroup } from './outbox.ts';

/** What somebody is about to do with planned messages. */
export interface OutboxAct {
  kind: 'send' | 'hold' | 'drop';
  contactIds: readonly string[];
  /** Whose they are, or how many: named by the dialog that asks. */
  what: string;
  /** What is asked for, one sum a currency. */
  amounts: readonly OutboxGroup['amount'][];
  /** The debtor whose messages were read beside the list; undefined: several, and sending them is asked first. */
  debtorId?: string;
}
