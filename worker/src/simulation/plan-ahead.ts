import { inOrganisation } from '@relance/db';
import {
  planActs,
  readNewPromises,
  readSimulation,
  readTasksToTake,
  readUnansweredMessages,
  readUnplannedInvoices,
  type NewAct,
} from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import { OWN_DATE_GROUPS } from './behaviour.ts';
import { businessDay, dayOf, instantOf, later } from './days.ts';
import { draw } from './draw.ts';
import { ownPayment } from './own-payment.ts';
import { reactToMessage } from './react-to-message.ts';
import { reactToPromise } from './react-to-promise.ts';

/** Plans what a demo's debtors and its second collector will do about what has happened by now. */
export async function planAhead({ app }: Pick<Deps, 'app'>, organisationId: string, now: string): Promise<void> {
  await inOrganisation(app, organisationId, async (tx) => {
    const simulation = await readSimulation(tx, organisationId);
    if (simulation === null) return;
    const { seed, since, reactsFrom, colleague, colleagueTakesAll } = simulation;
    const start = { seed, reactsFrom, now: later(now, reactsFrom) };
    const messages = await readUnansweredMessages(tx, organisationId, since);
    const promises = await readNewPromises(tx, organisationId, since);
    const invoices = await readUnplannedInvoices(tx, organisationId, OWN_DATE_GROUPS);
    const tasks = await readTasksToTake(tx, organisationId, { owner: colleague, all: colleagueTakesAll });
    const acts: NewAct[] = [
      ...messages.map((each) => reactToMessage(each, start)),
      ...promises.map((each) => reactToPromise(each, start)),
      ...invoices.map((each) => ownPayment(each, start)),
      ...tasks.map(({ id, kind, title, ref, createdAt }) => {
        const minutes = draw(seed, 'task', ref, kind, title, createdAt).between(0, 120);
        const at = instantOf(businessDay(dayOf(start.now), 1), '09:30', minutes);
        return { key: `task/${id}`, at, kind: 'work-task', data: { taskId: id } };
      }),
    ];
    await planActs(tx, organisationId, acts);
  });
}
