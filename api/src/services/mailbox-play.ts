import type { z } from 'zod';
import { newId, type Tx } from '@relance/db';
import {
  appendAudit,
  findMailById,
  findMessage,
  lockDebtor,
  logReply,
  nowOf,
  readMessageInvoices,
  readPayable,
  recordBounce,
  recordPayments,
  type MessageRow,
} from '@relance/db/queries';
import { replyText } from '@relance/db/seed';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import type * as schemas from '../schemas/message.ts';
import { requireSandbox } from './sandbox.ts';

type Play = z.infer<typeof schemas.mailPlay>;
type Played = z.infer<typeof schemas.mailPlayed>;

/** What a debtor does when a newcomer plays it bears this actor, as what it does by itself. */
const SIMULATED = 'simulation';
const ANSWERS = { promise: 'promise', dispute: 'quantity', reply: 'question' } as const;

/** Does what a debtor would do about a message of a sandbox, by the same doors as the real fact. */
export async function playDebtor(allowed: Allowed, { id, act }: Play): Promise<Played> {
  await requireSandbox(allowed);
  const { organisationId, actor } = allowed.caller;
  return allowed.work(async (tx) => {
    const mail = await findMailById(tx, organisationId, id);
    const message = mail && (await findMessage(tx, organisationId, mail.messageId));
    if (!message) throw notFound('mail');
    const { debtorId } = message;
    await lockDebtor(tx, organisationId, debtorId);
    const at = await nowOf(tx, organisationId);
    const played = await play(tx, organisationId, { message, act, at });
    const entry = { at, actor, kind: 'debtor-played', debtorId, messageId: message.id, ref: id };
    await appendAudit(tx, organisationId, [{ ...entry, data: { act, ...played } }]);
    return played;
  });
}

interface Scene {
  message: MessageRow;
  act: Play['act'];
  /** Organisation's time. */
  at: string;
}

async function play(tx: Tx, organisationId: string, { message, act, at }: Scene): Promise<Played> {
  if (act === 'pay' || act === 'pay-half') {
    return pay(tx, organisationId, { message, at, share: act === 'pay' ? 1 : 0.5 });
  }
  if (act === 'bounce') {
    const bounce = { messageId: message.id, reason: '550 5.1.1 Unknown mailbox', actor: SIMULATED, at };
    if (await recordBounce(tx, organisationId, bounce)) return { outcome: 'bounced' };
    throw conflict('bounced', 'This message has bounced already.');
  }
  const { debtorId, id: messageId, language } = message;
  const text = replyText(ANSWERS[act], language);
  const answer = { debtorId, messageId, kind: 'reply' as const, text, receivedAt: at, actor: SIMULATED, at };
  await logReply(tx, organisationId, answer);
  return { outcome: 'answered' };
}

/** Pays what the message demands, or a share of it, with a right reference. */
async function pay(
  tx: Tx,
  organisationId: string,
  { message, at, share }: { message: MessageRow; at: string; share: number },
): Promise<Played> {
  const listed = await readMessageInvoices(tx, organisationId, [message.id]);
  const demanded = listed.filter((each) => each.demanded).map(({ invoiceId }) => invoiceId);
  const open = await readPayable(tx, organisationId, demanded);
  const [first] = open;
  if (!first) return { outcome: 'nothing-left' };
  const owed = open.reduce((sum, { balance }) => sum + balance, 0);
  const numbers = open.map(({ number }) => number);
  const payment = {
    externalId: `VIR-${newId()}`,
    receivedOn: at.slice(0, 10),
    amount: Math.max(1, Math.round(owed * share)),
    currency: first.currency,
    entityId: first.entityId,
    debtorRef: first.ref,
    invoiceNumbers: numbers,
    reference: numbers.join(' ').slice(0, 140),
  };
  await recordPayments(tx, organisationId, [payment], { actor: SIMULATED, at });
  return { outcome: 'paid' };
}
