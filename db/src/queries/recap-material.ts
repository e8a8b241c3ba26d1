import type { MessageMaterial } from '@relance/workflows/templates';
import type { Tx } from '../client.ts';
import { calendarOf } from './calendar.ts';
import { readCreditLines } from './credit-line.ts';
import { earlierHandOvers } from './message.ts';
import { readAddressee, readCreditors, readOpenInvoices } from './message-debtor.ts';
import { readOwnTexts } from './own-text.ts';

export interface RecapRequest {
  debtorId: string;
  entityId: string;
  currency: string;
  invoiceIds: readonly string[];
  /** What the step says of its message. */
  step: {
    template: string;
    tone: number;
    recipients: readonly string[];
    answerIn: MessageMaterial['demanded'][0]['answerIn'];
  };
  call: { outcome: string; values: Record<string, unknown> };
  now: string;
  today: string;
}

/** What a message would be written from that leaves right after a call that ended like this. */
export async function readRecapMaterial(
  tx: Tx,
  organisationId: string,
  { debtorId, entityId, currency, invoiceIds, step, call, now, today }: RecapRequest,
): Promise<MessageMaterial> {
  const addressee = await readAddressee(tx, organisationId, debtorId);
  if (addressee === null) throw new Error(`debtor ${debtorId} has a task but does not exist`);
  const { country, closures, organisation } = addressee;
  const year = Number(now.slice(0, 4));
  const open = (await readOpenInvoices(tx, organisationId, debtorId)).filter(
    (row) => row.entityId === entityId && row.currency === currency,
  );
  const [creditor] = await readCreditors(tx, organisationId, [entityId]);
  const credits = await readCreditLines(tx, organisationId, debtorId);
  return {
    now,
    calendar: calendarOf({ country, fallback: organisation, closures, years: { from: year, to: year + 1 } }),
    addressee,
    creditor: creditor ?? null,
    demanded: [{ entityId, currency, minimumDistanceDays: 0, ...step }],
    table: open.filter(({ id }) => invoiceIds.includes(id)),
    others: open.filter(({ id, held, dueDate }) => !invoiceIds.includes(id) && !held && dueDate < today),
    credits: credits.filter((row) => row.currency === currency && (row.entityId ?? entityId) === entityId),
    earlier: await earlierHandOvers(tx, [...invoiceIds]),
    lastCall: { at: now, ...call },
    own: await readOwnTexts(tx, organisationId, step.template),
    edit: null,
  };
}
