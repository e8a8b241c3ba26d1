import { IMPORT_FIELDS } from '@relance/db/queries';
import { currencyExponent } from '@relance/workflows/plan';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money } from './money.ts';
import { filled, text } from './text.ts';
import { instant } from './time.ts';

const kind = z.enum(['invoices', 'payments', 'debtors']);

const options = z.strictObject({
  delimiter: z.enum([';', ',', '\t']).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).optional(),
  dateFormat: z.enum(['YYYY-MM-DD', 'DD/MM/YYYY', 'M/D/YYYY']).optional(),
  decimal: z.enum([',', '.']).optional(),
  currency: text(3)
    .refine((code) => currencyExponent(code) !== null, 'a known ISO 4217 code')
    .optional(),
  entityId: givenId.optional(),
});

export const importCreate = z
  .strictObject({
    kind,
    filename: filled(),
    contentBase64: z.base64(),
    /** Heading → field; an empty field leaves the column out. */
    mapping: z.record(text(), text()).optional(),
    options: options.optional(),
    dryRun: z.boolean().optional(),
    /** The file is the whole list of open items of its entity: what is not on it is settled. */
    openItems: z.boolean().optional(),
    /** How much such a list closes has been read, and is wanted so. */
    closingConfirmed: z.boolean().optional(),
  })
  .refine(({ kind: of, openItems }) => !openItems || of === 'invoices', {
    path: ['openItems'],
    message: 'for a file of invoices only',
    when: ({ issues }) => issues.length === 0,
  })
  // what the file holds is known when it is read, which fields there are is known at once
  .superRefine((request, context) => {
    const fields: readonly string[] = IMPORT_FIELDS[request.kind];
    const message = `one of ${fields.join(', ')}`;
    for (const [heading, field] of Object.entries(request.mapping ?? {})) {
      if (field === '' || fields.includes(field)) continue;
      context.addIssue({ code: 'custom', path: ['mapping', heading], message });
    }
  });

export const rejection = z.object({ line: z.int(), field: z.string(), value: z.string(), reason: z.string() });

const figure = z.object({ count: z.int(), sums: z.array(money) }).meta({ id: 'Figure' });

/** What a list of open items does to what is open, worked out before anything of it is written. */
const closing = z.object({
  /** Open invoices that it settles, of how many, and sums by currency. */
  invoices: z.int(),
  openInvoices: z.int(),
  balances: z.array(z.object({ closing: money, open: money })),
  /** Open credits that are not on it. */
  credits: z.int(),
  /** More than three tenths of the invoices or of a balance. */
  large: z.boolean(),
  doubts: z.array(z.object({ code: z.enum(['older-than-last', 'other-entity', 'totals-differ']), detail: z.string() })),
  /** Large or doubtful: without a confirmation it is refused. */
  mustConfirm: z.boolean(),
  figures: z.object({
    created: figure,
    changed: figure,
    unchanged: figure,
    reopened: figure,
    credits: figure,
    paidHere: figure,
    kept: figure,
  }),
});

export const importJob = z
  .object({
    id,
    kind,
    filename: z.string(),
    dryRun: z.boolean(),
    openItems: z.boolean(),
    /** Of which company; null for payments, which may belong to any, and before the file was read. */
    entityId: id.nullable(),
    status: z.enum(['running', 'done', 'failed']),
    progress: z.number(),
    summary: z.object({
      read: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
    }),
    /** The first 200; the others come page by page. */
    rejected: z.array(rejection),
    ignoredColumns: z.array(z.string()),
    detected: z
      .object({
        mapping: z.record(z.string(), z.string()),
        options: z.record(z.string(), z.unknown()),
        headings: z.array(z.string()),
        sample: z.array(z.array(z.string())),
        assumed: z.array(z.string()).optional(),
        /** Since when files with these headings are read as a person corrected it. */
        remembered: instant.optional(),
      })
      .nullable(),
    closing: closing.nullable(),
    undone: z.object({ at: instant, by: z.string(), restored: z.int(), left: z.array(z.string()) }).nullable(),
    failure: z.string().nullable(),
    createdBy: z.string(),
    at: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Import' });

export const importGet = z.strictObject({ id: givenId });
export const importUndo = z.strictObject({ id: givenId, reason: filled() });
/** What an undo would do now. */
export const importUndoForeseen = z.object({
  refusal: z.enum(['not-open-items', 'not-done', 'undone', 'not-last', 'busy']).nullable(),
  reopened: figure,
  changed: figure,
  withdrawn: figure,
  credits: figure,
  /** Numbers of what has changed since: left as it is. */
  left: z.array(z.string()),
  endedEnrolments: z.int(),
});
/** `dryRun`: only previews, or only what was meant to be written. */
export const importList = z.strictObject({ ...page, dryRun: z.boolean().optional() });
export const imports = listOf(importJob);
/** Lines have no id of their own: the cursor is the last line and field, opaque all the same. */
export const rejectionList = z.strictObject({ id: givenId, limit: page.limit, cursor: text(1_000).optional() });
export const rejections = listOf(rejection);
