import { IMPORT_FIELDS } from '@relance/db/queries';
import { currencyExponent } from '@relance/workflows/plan';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
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

export const importJob = z
  .object({
    id,
    kind,
    filename: z.string(),
    dryRun: z.boolean(),
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
      })
      .nullable(),
    failure: z.string().nullable(),
    createdBy: z.string(),
    at: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Import' });

export const importGet = z.strictObject({ id: givenId });
export const importList = z.strictObject(page);
export const imports = listOf(importJob);
/** Lines have no id of their own: the cursor is the last line and field, opaque all the same. */
export const rejectionList = z.strictObject({ id: givenId, limit: page.limit, cursor: text(1_000).optional() });
export const rejections = listOf(rejection);
