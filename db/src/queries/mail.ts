import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { mail } from '../schema/index.ts';

export type NewMail = Omit<typeof mail.$inferInsert, 'id' | 'orgId' | 'recordedAt'>;

/** Keeps one acceptance of the built-in mailbox. */
export async function keepMail(tx: Tx, organisationId: string, entry: NewMail): Promise<void> {
  await tx.insert(mail).values({ ...entry, orgId: organisationId });
}

/** Whether the built-in mailbox has accepted this Message-ID. */
export async function findMail(tx: Tx, organisationId: string, messageIdHeader: string): Promise<boolean> {
  const rows = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.orgId, organisationId), eq(mail.messageIdHeader, messageIdHeader)))
    .limit(1);
  return rows.length > 0;
}
