import type { z } from 'zod';
import type { ImportJob } from '@relance/db/queries';
import type { ImportClosing, ImportFigure } from '@relance/db/schema';
import type * as schemas from '../schemas/import.ts';
import { moneyOf } from './money.ts';

type Import = z.infer<typeof schemas.importJob>;

const NOTHING = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** An import as callers see it. */
export function importView(job: ImportJob, rejected: Import['rejected']): Import {
  const { id, kind, filename, dryRun, openItems, status, progress, failure, createdBy, at, finishedAt } = job;
  const entityId = job.detected?.options.entityId ?? job.options?.entityId ?? null;
  return {
    id,
    kind,
    filename,
    dryRun,
    openItems,
    entityId,
    status,
    progress,
    summary: job.summary ?? NOTHING,
    rejected,
    ignoredColumns: job.ignoredColumns ?? [],
    detected: job.detected && { ...job.detected, options: { ...job.detected.options } },
    closing: job.closing && closingView(job.closing),
    undone: undoneView(job),
    failure,
    createdBy,
    at,
    finishedAt,
  };
}

export function figureView({ count, sums }: ImportFigure) {
  return { count, sums: sums.map(({ amount, currency }) => moneyOf(amount, currency)) };
}

function closingView(closing: ImportClosing): NonNullable<Import['closing']> {
  const { invoices, openInvoices, balances, credits, large, doubts, mustConfirm, figures } = closing;
  return {
    invoices,
    openInvoices,
    balances: balances.map(({ currency, closing: amount, open }) => ({
      closing: moneyOf(amount, currency),
      open: moneyOf(open, currency),
    })),
    credits,
    large,
    doubts,
    mustConfirm,
    figures: {
      created: figureView(figures.created),
      changed: figureView(figures.changed),
      unchanged: figureView(figures.unchanged),
      reopened: figureView(figures.reopened),
      credits: figureView(figures.credits),
      paidHere: figureView(figures.paidHere),
      kept: figureView(figures.kept),
    },
  };
}

function undoneView({ undoneAt, undoneBy, closing }: ImportJob): Import['undone'] {
  if (undoneAt === null || undoneBy === null) return null;
  return { at: undoneAt, by: undoneBy, ...(closing?.undone ?? { restored: 0, left: [] }) };
}
