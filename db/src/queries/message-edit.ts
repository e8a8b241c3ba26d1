import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { contact, messageEdit } from '../schema/index.ts';
import { bodyOf, paragraphsOf } from './paragraphs.ts';

export interface MessageText {
  subject: string;
  /** Paragraphs parted by an empty line; variables stand in it as in a template. */
  body: string;
}

/**
 * What somebody wrote for the message of these contacts. It was written for a certain table: where that has changed since,
 * it counts no more.
 */
export async function readMessageEdit(
  tx: Tx,
  organisationId: string,
  contacts: readonly { id: string; editId: string | null }[],
): Promise<MessageText | null> {
  const [editId, ...others] = new Set(contacts.map((row) => row.editId));
  if (!editId || others.length > 0) return null;
  const [edit] = await tx
    .select()
    .from(messageEdit)
    .where(and(eq(messageEdit.orgId, organisationId), eq(messageEdit.id, editId)));
  const ids = contacts.map(({ id }) => id);
  if (edit?.contactIds.length !== ids.length || !ids.every((id) => edit.contactIds.includes(id))) return null;
  return { subject: edit.subject, body: bodyOf(edit.paragraphs) };
}

/** Keeps the text for exactly these contacts of one debtor. The caller holds their locks. */
export async function insertMessageEdit(
  tx: Tx,
  organisationId: string,
  edit: MessageText & { debtorId: string; contactIds: readonly string[]; actor: string; at: string },
): Promise<string> {
  const { debtorId, contactIds, subject, body, actor, at } = edit;
  const id = newId();
  await tx.insert(messageEdit).values({
    id,
    orgId: organisationId,
    debtorId,
    contactIds: [...contactIds],
    subject,
    paragraphs: paragraphsOf(body),
    actor,
    at,
  });
  await tx
    .update(contact)
    .set({ editId: id })
    .where(inArray(contact.id, [...contactIds]));
  return id;
}
