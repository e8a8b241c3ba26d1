import { z } from 'zod';
import { givenId, id } from './id.ts';
import { language } from './session.ts';
import { filled, text } from './text.ts';
import { instant } from './time.ts';

const tone = z.int().min(0).max(4);
const ONE_LINE = /^[^\r\n]*$/;

export const templates = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      tone,
      languages: z.array(language),
      /** As they leave now: the organisation's own words, else the standard ones (`version` null). */
      texts: z.array(z.object({ language, subject: z.string(), text: z.string(), version: z.int().nullable() })),
    }),
  ),
});

const templateId = text(60);
const subject = filled(200).refine((value) => ONE_LINE.test(value), 'one line');
const body = filled(20_000);

export const templateGet = z.strictObject({ id: templateId });
export const templateSave = z.strictObject({
  id: templateId,
  language,
  /** The last version that the caller has seen; 0: none. */
  after: z.int().min(0),
  subject,
  body,
});
export const templateReset = z.strictObject({ id: templateId, language, after: z.int().min(0) });
export const templatePreview = z.strictObject({
  id: templateId,
  language,
  /** Drafts may be faulty: what is wrong is said. */
  subject: text(200),
  body: text(20_000),
  invoiceId: givenId.optional(),
});

const wording = z.object({ subject: z.string(), body: z.string() });

const templateText = z.object({
  language,
  standard: wording,
  /** The organisation's own words; null: the standard ones leave. */
  own: wording.extend({ version: z.int() }).nullable(),
  /** The number that the next version follows; 0: there was none yet. */
  lastVersion: z.int(),
  /** Newest first; `own` false: that version went back to the standard words. */
  versions: z.array(wording.extend({ version: z.int(), own: z.boolean(), actor: z.string(), at: instant })),
});

export const template = z.object({ id: z.string(), tone, texts: z.array(templateText) }).meta({ id: 'Template' });

export const faults = z.object({
  missing: z.array(z.string()),
  unknown: z.array(z.string()),
  misplaced: z.array(z.string()),
});

export const templatePreviewed = z.object({
  /** What it is shown on; null: there is no open invoice to show it on. */
  invoice: z.object({ id, number: z.string(), debtorId: id, debtorName: z.string() }).nullable(),
  /** Null: a message in these words could not leave to this debtor. */
  message: z
    .object({
      to: z.array(z.string()),
      from: z.string(),
      replyTo: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    })
    .nullable(),
  /** What the message lacks at this debtor: variables that are empty. */
  lacking: z.array(z.string()),
  /** What keeps the wording from being saved. */
  faults,
});
