import { inOrganisation, type Tx } from '@relance/db';
import { beginAdvance, commandCases, keepDemoStart, nowOf, pokeLiving, recordPayments } from '@relance/db/queries';
import { enrolment, invoice, outbox } from '@relance/db/schema';
import {
  DAYS_IN_RELANCE,
  HELD,
  STORIES,
  STORY_DAYS,
  type Portfolio,
  type SeedDebtor,
  type StoryAnswer,
} from '@relance/db/seed';
import { and, eq, inArray } from 'drizzle-orm';
import { assignInvoices } from '../assignment/run-assignment.ts';
import type { Deps } from '../deps.ts';
import { stepOrganisation } from '../sandbox/index.ts';
import { planAhead } from '../simulation/index.ts';
import { answerTask } from './answer-task.ts';
import type { SeedAccount } from './identity.ts';
import type { Ledger } from './insert-ledger.ts';
import { dayAfter, instantOn } from './instant-on.ts';
import { openDemo } from './open-demo.ts';
import { paymentsOn } from './payments-on.ts';
import { takeOver } from './take-over.ts';

const KEEPING_MS = 60_000;

export interface Life {
  portfolio: Portfolio;
  ledger: Ledger;
  accounts: readonly SeedAccount[];
}

/**
 * Lives through the weeks before the first day, with the functions that any day is worked by: mornings bring that day's
 * invoices and payments and enrol cases, at noon collectors answer, and the clock goes on to the first day at 8:30.
 */
export async function liveThrough(deps: Deps, organisationId: string, life: Life): Promise<void> {
  const { firstDay, debtors } = life.portfolio;
  const told = STORIES.flatMap((story) => {
    const debtor = debtors.find(({ group, index }) => group === story.group && index === story.index);
    return debtor ? [{ story, debtor, left: [...story.answers] }] : [];
  });
  const work = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> =>
    inOrganisation(deps.app, organisationId, run);
  for (let day = -STORY_DAYS; day < 0; day += 1) {
    await advance(deps, organisationId, instantOn(firstDay, day, '08:00'));
    await work(async (tx) => {
      await arrive(tx, organisationId, life, day);
      for (const { story, debtor } of told) {
        if (day >= story.start) await assignDebtor(tx, organisationId, life, debtor);
      }
    });
    if (day === -DAYS_IN_RELANCE) {
      await advance(deps, organisationId, instantOn(firstDay, day, '08:30'));
      await work((tx) => takeOver(tx, organisationId));
    }
    if (day === HELD.from) await work((tx) => hold(tx, organisationId, life));
    if (!told.some(({ left }) => left.some((answer) => answer.day <= day))) continue;
    await advance(deps, organisationId, instantOn(firstDay, day, '12:00'));
    for (const each of told) each.left = await answer(deps, organisationId, life, { ...each, day });
  }
  await advance(deps, organisationId, instantOn(firstDay, 0, '08:30'));
  await work((tx) => openDemo(tx, organisationId, life));
  await planAhead(deps, organisationId, instantOn(firstDay, 0, '08:30'));
  await inOrganisation(deps.app, organisationId, (tx) => keepDemoStart(tx, organisationId), {
    statementTimeoutMs: KEEPING_MS,
  });
  await work((tx) => pokeLiving(tx, organisationId));
}

/** Takes the clock on and everything with it that is due, as an advance of any sandbox. */
async function advance(deps: Deps, organisationId: string, to: string): Promise<void> {
  await inOrganisation(deps.app, organisationId, async (tx) => {
    const from = await nowOf(tx, organisationId);
    if (from < to) await beginAdvance(tx, organisationId, { from, to, via: 'direct' });
  });
  for (;;) {
    const { done, wakeInMs, summary } = await stepOrganisation(deps, organisationId, null);
    if (done) break;
    if (wakeInMs !== 0) throw new Error(`the demo does not come to rest: ${summary}`);
  }
  // no relay runs yet: what has been looked after would be looked after again at every instant to come
  await inOrganisation(deps.app, organisationId, (tx) => tx.delete(outbox).where(eq(outbox.orgId, organisationId)));
}

/** Invoices issued and payments received on that day; on the first one all that went before. */
async function arrive(tx: Tx, organisationId: string, life: Life, day: number): Promise<void> {
  const { portfolio, ledger } = life;
  const at = await nowOf(tx, organisationId);
  const date = dayAfter(portfolio.firstDay, day);
  const isToday = (of: string): boolean => (day === -STORY_DAYS ? of <= date : of === date);
  const issued = portfolio.invoices.filter(({ issueDate }) => isToday(issueDate));
  if (issued.length > 0) {
    await tx.insert(invoice).values(
      issued.map(({ number, debtor, entity, accountRef, issueDate, dueDate, total, currency }) => ({
        orgId: organisationId,
        entityId: ledger.entities[entity],
        accountId: ledger.accounts.get(`${entity}/${accountRef}`) ?? '',
        debtorId: ledger.debtors.get(debtor) ?? '',
        number,
        issueDate,
        dueDate,
        total,
        balance: total,
        currency,
        updatedAt: at,
      })),
    );
  }
  const received = portfolio.payments.filter(({ receivedOn }) => isToday(receivedOn));
  await recordPayments(tx, organisationId, paymentsOn(received, ledger), { actor: 'system', at });
}

/** Puts the debtor's open invoices that nobody follows where the rules of assignment say. */
async function assignDebtor(tx: Tx, organisationId: string, { ledger }: Life, debtor: SeedDebtor): Promise<void> {
  const open = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(
      and(
        eq(invoice.orgId, organisationId),
        eq(invoice.debtorId, ledger.debtors.get(debtor) ?? ''),
        eq(invoice.status, 'open'),
      ),
    );
  const ids = open.map(({ id }) => id);
  if (ids.length > 0) await assignInvoices(tx, organisationId, ids);
}

/** Gives the answers whose day has come, where such a task is open; returns those that are still to be given. */
async function answer(
  deps: Deps,
  organisationId: string,
  { portfolio, ledger, accounts }: Life,
  { debtor, left, day }: { debtor: SeedDebtor; left: StoryAnswer[]; day: number },
): Promise<StoryAnswer[]> {
  const collector = accounts.find(({ key }) => key === debtor.owner);
  const rest: StoryAnswer[] = [];
  for (const each of left) {
    const isGiven =
      each.day <= day &&
      (await inOrganisation(deps.app, organisationId, (tx) =>
        answerTask(tx, organisationId, {
          debtorId: ledger.debtors.get(debtor) ?? '',
          nodeId: each.nodeId,
          outcome: each.outcome,
          promisedOn: each.promisedIn === undefined ? null : dayAfter(portfolio.firstDay, each.promisedIn),
          actor: `user:${collector?.id ?? ''}`,
        }),
      ));
    if (!isGiven) rest.push(each);
  }
  return rest;
}

async function hold(tx: Tx, organisationId: string, { portfolio, ledger, accounts }: Life): Promise<void> {
  const debtor = portfolio.debtors.find(({ group, index }) => group === HELD.group && index === HELD.index);
  const manager = accounts.find(({ role }) => role === 'manager');
  const cases = await tx
    .select({ id: enrolment.id, debtorId: enrolment.debtorId, invoiceId: enrolment.invoiceId })
    .from(enrolment)
    .where(
      and(
        eq(enrolment.orgId, organisationId),
        inArray(enrolment.debtorId, [(debtor && ledger.debtors.get(debtor)) ?? '']),
        eq(enrolment.status, 'live'),
      ),
    )
    .orderBy(enrolment.id);
  const at = await nowOf(tx, organisationId);
  const until = dayAfter(portfolio.firstDay, HELD.until);
  const untilAt = instantOn(portfolio.firstDay, HELD.until, '00:00');
  await commandCases(
    tx,
    organisationId,
    cases,
    { type: 'hold', until, untilAt },
    { actor: `user:${manager?.id ?? ''}`, reason: HELD.reason, at },
  );
}
