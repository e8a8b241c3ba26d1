import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, id, instant, orgId, recordedAt } from './columns.ts';

export interface ImportOptions {
  delimiter?: string;
  encoding?: string;
  dateFormat?: string;
  decimal?: string;
  currency?: string;
  entityId?: string;
}

export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** A number of invoices or credits and their sums by currency, in minor units. */
export interface ImportFigure {
  count: number;
  sums: { currency: string; amount: number }[];
}

/** What a list of open items does to the ledger of its entity, before a dry run's preview or at its beginning. */
export interface ImportClosing {
  /** How many open invoices are not on the list or stand there with nothing left, of how many. */
  invoices: number;
  openInvoices: number;
  /** Open credits that are not on the list. */
  credits: number;
  balances: { currency: string; closing: number; open: number }[];
  /** More than the share that needs a second confirmation. */
  large: boolean;
  /** What makes it doubtful that this is the right list; `detail` names an entity, a date or a number. */
  doubts: { code: 'older-than-last' | 'other-entity' | 'totals-differ'; detail: string }[];
  /** Large or doubtful: nothing is done before a person has confirmed it. */
  mustConfirm: boolean;
  /** Of the list: invoices by what becomes of them (balances as listed), credits, and what a payment recorded here covers. */
  figures: Record<'created' | 'changed' | 'unchanged' | 'reopened' | 'credits' | 'paidHere' | 'kept', ImportFigure>;
  /** Once undone: how many rows were put back, and the numbers of those that had changed since. */
  undone?: { restored: number; left: string[] };
}

/** One file being read. Runs as the workflow `import/<id>`, resumable at every stage. */
export const importJob = pgTable(
  'import',
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ['invoices', 'payments', 'debtors'] }).notNull(),
    filename: text().notNull(),
    dryRun: boolean().notNull().default(false),
    /** The file is the whole list of open items of its entity: what is missing in it is settled. */
    openItems: boolean().notNull().default(false),
    /** A person has read how much it closes and wants it so. */
    closingConfirmed: boolean().notNull().default(false),
    /** What such a list closes: invoices, credits and sums, before a dry run's preview or after. */
    closing: jsonb().$type<ImportClosing>(),
    /** Where files of this shape come from: their mapping is remembered by it. */
    source: text(),
    undoneAt: instant(),
    undoneBy: text(),
    status: text({ enum: ['running', 'done', 'failed'] })
      .notNull()
      .default('running'),
    stage: text({ enum: ['received', 'staged', 'weighed', 'applied'] })
      .notNull()
      .default('received'),
    /** 0 to 1. */
    progress: doublePrecision().notNull().default(0),
    /** Asked for by the caller. */
    mapping: jsonb().$type<Record<string, string>>(),
    options: jsonb().$type<ImportOptions>(),
    /** What was found out: mapping, options, headings and the first rows, for the preview. */
    detected: jsonb().$type<{
      mapping: Record<string, string>;
      options: ImportOptions;
      headings: string[];
      sample: string[][];
      /** Options that the file leaves open: taken from the organisation's country, to be confirmed by a person. */
      assumed?: string[];
      /** Since when files of this shape are read as a person has corrected them. */
      remembered?: string;
    }>(),
    summary: jsonb().$type<ImportSummary>(),
    ignoredColumns: text().array(),
    failure: text(),
    createdBy: text().notNull(),
    runId: text(),
    pokedAt: instant(),
    pokeCount: integer().notNull().default(0),
    at: instant().notNull(),
    finishedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [index('import_org').on(t.orgId, t.id)],
);

export const importFile = pgTable(
  'import_file',
  {
    importId: uuid()
      .notNull()
      .references(() => importJob.id),
    part: integer().notNull(),
    orgId: orgId(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.part] })],
);

export const importRejection = pgTable(
  'import_rejection',
  {
    importId: uuid()
      .notNull()
      .references(() => importJob.id),
    line: integer().notNull(),
    field: text().notNull(),
    orgId: orgId(),
    value: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line, t.field] })],
);

/** A line that has been read and found good, on its way into the ledger: gone once applied. */
export const importRow = pgTable(
  'import_row',
  {
    importId: uuid()
      .notNull()
      .references(() => importJob.id),
    line: integer().notNull(),
    orgId: orgId(),
    /** Identity of what the line speaks about: the second line with the same one is rejected. */
    key: text().notNull(),
    /** Equal for lines that say the same. */
    hash: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] }), unique('import_row_key').on(t.importId, t.key)],
);

/** How files of one shape are read, as a person corrected it last. */
export const importSource = pgTable(
  'import_source',
  {
    orgId: orgId(),
    kind: text({ enum: ['invoices', 'payments', 'debtors'] }).notNull(),
    /** Equal for files with the same headings. */
    source: text().notNull(),
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    options: jsonb().$type<ImportOptions>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.kind, t.source] })],
);

/** What an import of open items did to one row, so that it can be taken back: `before` null for a new row. */
export const importChange = pgTable(
  'import_change',
  {
    id: id(),
    orgId: orgId(),
    importId: uuid()
      .notNull()
      .references(() => importJob.id),
    kind: text({ enum: ['invoice', 'credit'] }).notNull(),
    rowId: uuid().notNull(),
    act: text({ enum: ['created', 'updated', 'closed', 'reopened'] }).notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('import_change_import').on(t.importId, t.id)],
);
