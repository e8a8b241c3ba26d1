import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { entity, mailServer } from '../schema/index.ts';

export type MailServer = NonNullable<Awaited<ReturnType<typeof readMailServer>>>;
export type NewMailServer = Pick<MailServer, 'host' | 'port' | 'security' | 'username' | 'password'>;

/** The organisation's own mail server, its password sealed; null: the installation's is used. */
export async function readMailServer(tx: Tx, organisationId: string) {
  const [row] = await tx
    .select({
      host: mailServer.host,
      port: mailServer.port,
      security: mailServer.security,
      username: mailServer.username,
      password: mailServer.password,
      testedAt: mailServer.testedAt,
      updatedAt: mailServer.updatedAt,
    })
    .from(mailServer)
    .where(eq(mailServer.orgId, organisationId));
  return row ?? null;
}

/** A server that was changed has not been tested. */
export async function writeMailServer(tx: Tx, organisationId: string, server: NewMailServer): Promise<void> {
  const row = { ...server, testedAt: null, updatedAt: new Date().toISOString() };
  await tx
    .insert(mailServer)
    .values({ ...row, orgId: organisationId })
    .onConflictDoUpdate({ target: mailServer.orgId, set: row });
}

export async function deleteMailServer(tx: Tx, organisationId: string): Promise<boolean> {
  const rows = await tx.delete(mailServer).where(eq(mailServer.orgId, organisationId)).returning();
  return rows.length > 0;
}

/** A test message was accepted by the server as it was set then. */
export async function markTested(tx: Tx, organisationId: string, at: string): Promise<void> {
  await tx.update(mailServer).set({ testedAt: at }).where(eq(mailServer.orgId, organisationId));
}

/** The first address in whose name a creditor company writes; null: none is set yet. */
export async function firstSender(tx: Tx, organisationId: string): Promise<{ name: string; address: string } | null> {
  const [row] = await tx
    .select({ name: entity.name, address: sql<string>`btrim(${entity.emailFrom})` })
    .from(entity)
    .where(sql`${entity.orgId} = ${organisationId} and btrim(coalesce(${entity.emailFrom}, '')) <> ''`)
    .orderBy(entity.id)
    .limit(1);
  return row ?? null;
}
