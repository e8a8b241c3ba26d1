import type { z } from 'zod';
import { findPreviewInvoice, readDay, readPreviewMaterial } from '@relance/db/queries';
import { checkTemplate, composeMessage, findTemplate } from '@relance/workflows/templates';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/template.ts';

type Reply = z.infer<typeof schemas.templatePreviewed>;

/** A draft as it would reach a real debtor now, written by what writes messages; nothing is kept. */
export function previewTemplate(
  { caller, work }: Allowed,
  { id, language, subject, body, invoiceId }: z.infer<typeof schemas.templatePreview>,
): Promise<Reply> {
  const { organisationId } = caller;
  const template = findTemplate(id);
  if (template === null) throw notFound('template');
  const text = { subject, body: body.replaceAll(/\r\n?/g, '\n') };
  const faults = checkTemplate(text);
  return work(async (tx) => {
    const { now, today } = await readDay(tx, organisationId);
    const invoice = await findPreviewInvoice(tx, organisationId, { invoiceId: invoiceId ?? null, today });
    if (invoice === null) {
      if (invoiceId !== undefined) throw notFound('open invoice');
      return { invoice: null, message: null, lacking: [], faults };
    }
    const request = { invoice, template, language, text, now, today };
    const composition = composeMessage(await readPreviewMaterial(tx, organisationId, request));
    const { id: shownId, number, debtorId, debtorName } = invoice;
    const shown = { id: shownId, number, debtorId, debtorName };
    if ('missing' in composition) return { invoice: shown, message: null, lacking: composition.missing, faults };
    const { to, from, replyTo, subject: title, text: plain, html } = composition.message;
    return { invoice: shown, message: { to, from, replyTo, subject: title, text: plain, html }, lacking: [], faults };
  });
}
