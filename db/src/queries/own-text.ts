import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { ownText } from '../schema/index.ts';
import { bodyOf, paragraphsOf } from './paragraphs.ts';

export interface OwnTextVersion {
  version: number;
  subject: string;
  /** Paragraphs parted by an empty line. */
  body: string;
}

/** The organisation's present words for a template, by language; absent: the standard text. */
export async function readOwnTexts(
  tx: Tx,
  organisationId: string,
  template: string,
): Promise<Partial<Record<'fr' | 'en', OwnTextVersion>>> {
  const rows = await tx
    .selectDistinctOn([ownText.language], {
      language: ownText.language,
      version: ownText.version,
      own: ownText.own,
      subject: ownText.subject,
      paragraphs: ownText.paragraphs,
    })
    .from(ownText)
    .where(and(eq(ownText.orgId, organisationId), eq(ownText.template, template)))
    .orderBy(ownText.language, desc(ownText.version));
  return Object.fromEntries(
    rows
      .filter(({ own }) => own)
      .map(({ language, version, subject, paragraphs }) => [language, { version, subject, body: bodyOf(paragraphs) }]),
  );
}

/** The organisation's present words for every template that has any. */
export async function readAllOwnTexts(
  tx: Tx,
  organisationId: string,
): Promise<(OwnTextVersion & { template: string; language: 'fr' | 'en' })[]> {
  const rows = await tx
    .selectDistinctOn([ownText.template, ownText.language])
    .from(ownText)
    .where(eq(ownText.orgId, organisationId))
    .orderBy(ownText.template, ownText.language, desc(ownText.version));
  return rows
    .filter(({ own }) => own)
    .map(({ template, language, version, subject, paragraphs }) => ({
      template,
      language,
      version,
      subject,
      body: bodyOf(paragraphs),
    }));
}

/** All versions of the own texts of a template, newest first. */
export async function listOwnTexts(tx: Tx, organisationId: string, template: string) {
  const rows = await tx
    .select()
    .from(ownText)
    .where(and(eq(ownText.orgId, organisationId), eq(ownText.template, template)))
    .orderBy(ownText.language, desc(ownText.version));
  return rows.map(({ paragraphs, ...row }) => ({ ...row, body: bodyOf(paragraphs) }));
}

export interface NewOwnText {
  template: string;
  language: 'fr' | 'en';
  /** The version that this one follows; null when somebody was faster. */
  after: number;
  /** Null: back to the standard text. */
  text: { subject: string; body: string } | null;
  actor: string;
  at: string;
}

/** Keeps a new version; null when `after` is not the last one any more: nothing was written. */
export async function insertOwnText(
  tx: Tx,
  organisationId: string,
  { template, language, after, text, actor, at }: NewOwnText,
): Promise<number | null> {
  const version = after + 1;
  const rows = await tx
    .insert(ownText)
    .values({
      orgId: organisationId,
      template,
      language,
      version,
      own: text !== null,
      subject: text?.subject ?? '',
      paragraphs: text === null ? [] : paragraphsOf(text.body),
      actor,
      at,
    })
    .onConflictDoNothing()
    .returning({ version: ownText.version });
  return rows[0]?.version ?? null;
}
