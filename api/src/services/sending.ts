import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  countHeldBack,
  findOrganisation,
  nowOf,
  readHeartbeat,
  readMailServer,
  readSending,
  writeSending,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { forbidden } from '../problem.ts';
import type * as schemas from '../schemas/organisation.ts';

type Sending = z.infer<typeof schemas.sending>;

export function getSending({ caller, work }: Allowed): Promise<Sending> {
  return work((tx) => stateOf(tx, caller.organisationId));
}

/** Off is the stop button: everybody of the team may push it, and whatever is planned stays planned. */
export function setSending({ caller, work }: Allowed, input: z.infer<typeof schemas.sendingSet>): Promise<Sending> {
  const { organisationId, actor, role } = caller;
  const { on, reason } = input;
  if (on && role === 'collector') {
    throw forbidden('forbidden', `Your role (${role}) may stop sending, not start it.`);
  }
  return work(async (tx) => {
    if ((await readSending(tx, organisationId, true)) !== on) {
      const at = await nowOf(tx, organisationId);
      const released = await writeSending(tx, organisationId, { on, at });
      await appendAudit(tx, organisationId, [
        {
          at,
          actor,
          kind: on ? 'sending-on' : 'sending-off',
          ref: organisationId,
          reason: reason?.trim() || null,
          ...(on && { data: { released } }),
        },
      ]);
    }
    return stateOf(tx, organisationId);
  });
}

async function stateOf(tx: Tx, organisationId: string): Promise<Sending> {
  const on = await readSending(tx, organisationId);
  const heldBack = on
    ? { messages: 0, debtors: 0 }
    : await countHeldBack(tx, organisationId, await nowOf(tx, organisationId));
  return { on, wayOut: await wayOutOf(tx, organisationId), heldBack };
}

async function wayOutOf(tx: Tx, organisationId: string): Promise<Sending['wayOut']> {
  const organisation = await findOrganisation(tx, organisationId);
  if (organisation?.sandbox) return 'mailbox';
  if (await readMailServer(tx, organisationId)) return 'own';
  const worker = await readHeartbeat(tx);
  if (worker === null) return null;
  return worker.smtp ? 'installation' : 'mailbox';
}
