import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation, staffMail } from '../schema/index.ts';
import { readMailServer } from './mail-server.ts';
import { poke } from './outbox.ts';

export type NewStaffMail = Pick<
  typeof staffMail.$inferInsert,
  'id' | 'kind' | 'ref' | 'to' | 'subject' | 'actor' | 'at'
> & {
  body: Buffer;
};

/** What stands sealed in a row until it has left. */
export interface StaffMailBody {
  text: string;
  html: string;
  /** Of whoever asked for it. */
  replyTo: string;
}

/** Leaves a message to one of the organisation's people for the worker. */
export async function planStaffMail(tx: Tx, organisationId: string, row: NewStaffMail): Promise<void> {
  await tx.insert(staffMail).values({ ...row, orgId: organisationId });
  await poke(tx, organisationId, 'organisation', [organisationId]);
}

/** What is to be sent, oldest first, with how the organisation sends. */
export async function plannedStaffMails(tx: Tx, organisationId: string) {
  const mails = await tx
    .select({
      id: staffMail.id,
      kind: staffMail.kind,
      to: staffMail.to,
      subject: staffMail.subject,
      body: staffMail.body,
      at: staffMail.at,
    })
    .from(staffMail)
    .where(and(eq(staffMail.orgId, organisationId), eq(staffMail.status, 'planned')))
    .orderBy(asc(staffMail.id));
  if (mails.length === 0) return null;
  const [row] = await tx
    .select({ id: organisation.id, sandbox: organisation.sandbox })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (!row) return null;
  return { mails, organisation: { ...row, mailServer: await readMailServer(tx, organisationId) } };
}

export interface StaffMailEnd {
  status: 'sent' | 'failed';
  reason: typeof staffMail.$inferSelect.reason;
  detail: string | null;
  at: string;
}

/** Ends one; its text is not kept. */
export async function settleStaffMail(tx: Tx, id: string, { at, ...end }: StaffMailEnd): Promise<void> {
  await tx
    .update(staffMail)
    .set({ ...end, body: null, settledAt: at })
    .where(and(eq(staffMail.id, id), eq(staffMail.status, 'planned')));
}

const TOLD = {
  id: staffMail.id,
  ref: staffMail.ref,
  to: staffMail.to,
  status: staffMail.status,
  reason: staffMail.reason,
  detail: staffMail.detail,
  at: staffMail.at,
};

export async function findStaffMail(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select(TOLD)
    .from(staffMail)
    .where(and(eq(staffMail.orgId, organisationId), eq(staffMail.id, id)));
  return row;
}

/** What became of the messages about these invitations, newest first. */
export async function readStaffMails(tx: Tx, organisationId: string, refs: readonly string[]) {
  if (refs.length === 0) return [];
  return tx
    .select(TOLD)
    .from(staffMail)
    .where(and(eq(staffMail.orgId, organisationId), inArray(staffMail.ref, [...refs])))
    .orderBy(desc(staffMail.id));
}
