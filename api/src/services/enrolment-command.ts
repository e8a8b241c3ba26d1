import type { z } from 'zod';
import { commandCases, lockCase, readDay, type Case, type OrganisationDay } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/enrolment.ts';
import { readEnrolment } from './enrolment.ts';
import { holdEnd } from './hold-end.ts';

type Input = z.infer<typeof schemas.enrolmentCommand>;
type Command = Parameters<typeof commandCases>[3];

/** What a person wants of one case, with the reason that the timeline will tell. */
export function commandEnrolment(
  { caller, work }: Allowed,
  { id, reason, ...asked }: Input,
): Promise<z.infer<typeof schemas.enrolment>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const found = await lockCase(tx, organisationId, id);
    if (!found) throw notFound('enrolment');
    const day = await readDay(tx, organisationId);
    const command = accept(found, asked, day);
    await commandCases(tx, organisationId, [found], command, { actor, reason, at: day.now });
    return readEnrolment(tx, organisationId, id);
  });
}

type Asked = Input extends infer Each ? (Each extends Input ? Omit<Each, 'id' | 'reason'> : never) : never;

/** Refuses what makes no sense where the case stands now. */
function accept(found: Case, asked: Asked, { today, timeZone }: OrganisationDay): Command {
  if (found.status === 'ended')
    throw conflict('ended', 'This follow-up has ended; nothing can be done about it any more.');
  if (found.closing !== null) throw conflict('closing', `This follow-up is about to end (${found.closing}).`);
  if (asked.type === 'hold') {
    if (asked.until <= today) throw refusedAt('until', `must be after today (${today})`);
    return { ...asked, untilAt: holdEnd(asked.until, timeZone) };
  }
  if (asked.type === 'resume' && !found.held) throw conflict('not-held', 'This follow-up is not held.');
  if (asked.type === 'retry' && found.incidentCode === null) {
    throw conflict('no-incident', 'This follow-up has no incident.');
  }
  if ('nodeId' in asked) requireNode(found, asked.nodeId);
  if (asked.type === 'skip' && !found.state?.tokens.some(({ nodeId }) => nodeId === asked.nodeId)) {
    throw refusedAt('nodeId', 'the follow-up does not stand there');
  }
  return asked;
}

function requireNode({ plan }: Case, nodeId: string): void {
  if (!Object.hasOwn(plan.nodes, nodeId)) throw refusedAt('nodeId', 'there is no such step in this version');
}

const refusedAt = (path: string, message: string) =>
  refused('not-possible', 'That is not possible here.', { errors: [{ path, message }] });
