import type { z } from 'zod';
import { parseMoney } from '@relance/workflows/plan';
import {
  commandCases,
  disputeInvoice,
  excludeInvoice,
  lockInvoiceCase,
  readDay,
  settleDispute,
  type Case,
  type InvoiceCase,
  type OrganisationDay,
} from '@relance/db/queries';
import type { Tx } from '@relance/db';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/invoice.ts';
import { holdEnd } from './hold-end.ts';
import { readInvoice } from './invoice.ts';

type Input = z.infer<typeof schemas.invoiceCommand>;
type Doing = { actor: string; reason: string; at: string };

/** What a person wants of one invoice, with the reason that its timeline will tell. */
export function commandInvoice({ caller, work }: Allowed, asked: Input): Promise<z.infer<typeof schemas.invoice>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const it = await lockInvoiceCase(tx, organisationId, asked.id);
    if (!it) throw notFound('invoice');
    const day = await readDay(tx, organisationId);
    await carryOut(tx, organisationId, { it, asked, day, doing: { actor, reason: asked.reason, at: day.now } });
    return readInvoice(tx, organisationId, asked.id);
  });
}

async function carryOut(
  tx: Tx,
  organisationId: string,
  { it, asked, day, doing }: { it: InvoiceCase; asked: Input; day: OrganisationDay; doing: Doing },
): Promise<void> {
  switch (asked.type) {
    case 'exclude':
      return excludeInvoice(tx, organisationId, it, true, doing);
    case 'include':
      if (!it.excluded) throw conflict('not-excluded', 'This invoice is not excluded.');
      return excludeInvoice(tx, organisationId, it, false, doing);
    case 'dispute':
      if (it.status !== 'open') throw conflict('not-open', 'Nothing is left to pay of this invoice.');
      return disputeInvoice(tx, organisationId, it, { reason: asked.reason, amount: contested(it, asked) }, doing);
    case 'settle-dispute':
      if (it.disputedAt === null) throw conflict('not-disputed', 'This invoice is not disputed.');
      return settleDispute(tx, organisationId, it, doing);
    case 'hold': {
      const { until } = asked;
      if (until <= day.today) throw refusedAt('until', `must be after today (${day.today})`);
      const command = { type: 'hold', until, untilAt: holdEnd(until, day.timeZone) } as const;
      return commandCases(tx, organisationId, [going(it)], command, doing);
    }
    case 'resume': {
      const followed = going(it);
      if (!followed.held) throw conflict('not-held', 'This follow-up is not held.');
      return commandCases(tx, organisationId, [followed], { type: 'resume' }, doing);
    }
  }
}

/** The case that goes on, of those that can be held or resumed. */
function going(it: InvoiceCase): Case {
  if (it.case === null) throw conflict('not-followed', 'No follow-up works this invoice.');
  if (it.case.closing !== null) throw conflict('closing', `This follow-up is about to end (${it.case.closing}).`);
  return it.case;
}

/** The contested part in minor units; null: all of it. */
function contested(it: InvoiceCase, { amount: given }: Extract<Input, { type: 'dispute' }>): number | null {
  if (given === undefined) return null;
  const amount = parseMoney(given)?.amount ?? 0;
  if (given.currency !== it.currency) throw refusedAt('amount.currency', `the invoice is in ${it.currency}`);
  if (amount > it.total) throw refusedAt('amount', 'more than the invoice');
  return amount;
}

const refusedAt = (path: string, message: string) =>
  refused('not-possible', 'That is not possible here.', { errors: [{ path, message }] });
