import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { appendAudit, insertOwnText, listOwnTexts, nowOf, readAllOwnTexts } from '@relance/db/queries';
import { findTemplate, TEMPLATES, type Template } from '@relance/workflows/templates';
import type { Allowed, Caller } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/template.ts';
import { textErrors } from './text-errors.ts';

type Wording = { subject: string; body: string };
type Reply = z.infer<typeof schemas.template>;

/** The messages that scenarios may send, in the words in which they leave now. */
export function listTemplates({ caller, work }: Allowed): Promise<z.infer<typeof schemas.templates>> {
  return work(async (tx) => {
    const own = await readAllOwnTexts(tx, caller.organisationId);
    return {
      items: TEMPLATES.map(({ id, tone, languages }) => ({
        id,
        tone,
        languages,
        texts: languages.flatMap((language) => {
          const mine = own.find((row) => row.template === id && row.language === language);
          const text = mine ?? findTemplate(id)?.texts[language];
          return text ? [{ language, subject: text.subject, text: text.body, version: mine?.version ?? null }] : [];
        }),
      })),
    };
  });
}

/** One template: its standard words, the organisation's own, and every version that these had. */
export function getTemplate({ caller, work }: Allowed, { id }: z.infer<typeof schemas.templateGet>): Promise<Reply> {
  const template = known(id);
  return work((tx) => read(tx, caller.organisationId, template));
}

/** Keeps the organisation's own words; they leave with the next message that is composed. */
export function saveTemplate(
  { caller, work }: Allowed,
  { id, language, after, subject, body }: z.infer<typeof schemas.templateSave>,
): Promise<Reply> {
  const template = known(id);
  const text = { subject: subject.trim(), body: tidy(body) };
  const errors = textErrors(text);
  if (errors.length > 0) throw refused('not-allowed', 'A message in these words could not leave.', { errors });
  return work((tx) => keep(tx, caller, { template, language, after, text }));
}

/** Goes back to the standard words; the own ones stay among the versions. */
export function resetTemplate(
  { caller, work }: Allowed,
  { id, language, after }: z.infer<typeof schemas.templateReset>,
): Promise<Reply> {
  const template = known(id);
  return work((tx) => keep(tx, caller, { template, language, after, text: null }));
}

interface Kept {
  template: Template;
  language: 'fr' | 'en';
  after: number;
  text: Wording | null;
}

async function keep(
  tx: Tx,
  { organisationId, actor }: Caller,
  { template, language, after, text }: Kept,
): Promise<Reply> {
  const present = await read(tx, organisationId, template);
  const mine = present.texts.find((row) => row.language === language);
  const stale = () => conflict('stale-text', 'Somebody has changed this text since you read it.', { current: present });
  if (mine?.lastVersion !== after) throw stale();
  if (text === null && mine.own === null) throw conflict('already-standard', 'This text is the standard one.');
  const at = await nowOf(tx, organisationId);
  const version = await insertOwnText(tx, organisationId, { template: template.id, language, after, text, actor, at });
  if (version === null) throw stale();
  const kind = text === null ? 'template-reset' : 'template-saved';
  await appendAudit(tx, organisationId, [{ at, actor, kind, ref: template.id, data: { language, version } }]);
  return read(tx, organisationId, template);
}

async function read(tx: Tx, organisationId: string, { id, tone, texts }: Template): Promise<Reply> {
  const rows = await listOwnTexts(tx, organisationId, id);
  return {
    id,
    tone,
    texts: (['fr', 'en'] as const).map((language) => {
      const versions = rows.filter((row) => row.language === language);
      const [last] = versions;
      return {
        language,
        standard: texts[language],
        own: last?.own ? { version: last.version, subject: last.subject, body: last.body } : null,
        lastVersion: last?.version ?? 0,
        versions: versions.map(({ version, own, subject, body, actor, at }) => ({
          version,
          own,
          subject,
          body,
          actor,
          at,
        })),
      };
    }),
  };
}

function known(id: string): Template {
  const template = findTemplate(id);
  if (template === null) throw notFound('template');
  return template;
}

/** One kind of line end, no space at the ends of lines, one empty line between paragraphs. */
function tidy(body: string): string {
  return body
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
