import type { z } from 'zod';
import type { health } from '../schemas/health.ts';
import type { importJob } from '../schemas/import.ts';
import type { paymentCreated } from '../schemas/payment.ts';
import { clockSet } from '../schemas/sandbox.ts';
import { awaitImport } from '../services/import.ts';
import type { RestReply, RestRoute } from './route.ts';

const created = (body: unknown): RestReply => ({ status: 201, body });
const accepted = (body: unknown): RestReply => ({ status: 202, body });
const importReply = (body: unknown): RestReply => ({
  status: (body as z.infer<typeof importJob>).status === 'running' ? 202 : 200,
  body,
});
const importEnd: RestRoute['follow'] = (allowed, output) =>
  awaitImport(allowed, (output as z.infer<typeof importJob>).id);

/** The stable face of the procedures: every call of the contract, in its order. */
export const ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/health',
    summary: 'Which parts answer',
    procedure: 'health.get',
    open: true,
    statuses: [200, 503],
    reply: (body) => ({ status: (body as z.infer<typeof health>).status === 'ok' ? 200 : 503, body }),
  },
  {
    method: 'POST',
    path: '/imports',
    summary: 'Import a file',
    procedure: 'imports.create',
    large: true,
    statuses: [200, 202],
    reply: importReply,
    follow: importEnd,
  },
  { method: 'GET', path: '/imports', summary: 'List imports', procedure: 'imports.list' },
  { method: 'GET', path: '/imports/:id', summary: 'Read an import', procedure: 'imports.get' },
  {
    method: 'GET',
    path: '/imports/:id/rejections',
    summary: 'List the rejected lines of an import',
    procedure: 'imports.rejections',
  },
  {
    method: 'POST',
    path: '/imports/:id/confirm-closing',
    summary: 'Let a list of open items that closes much be written',
    procedure: 'imports.confirmClosing',
    statuses: [200, 202],
    reply: importReply,
    follow: importEnd,
  },
  {
    method: 'GET',
    path: '/imports/:id/undo',
    summary: 'What undoing a list of open items would restore',
    procedure: 'imports.undoPreview',
  },
  {
    method: 'POST',
    path: '/imports/:id/undo',
    summary: 'Undo the last list of open items of a company',
    procedure: 'imports.undo',
  },
  {
    method: 'POST',
    path: '/imports/:id/forget-reading',
    summary: 'Read files with the headings of that import by themselves again',
    procedure: 'imports.forgetReading',
  },
  { method: 'GET', path: '/invoices', summary: 'List invoices', procedure: 'invoices.list' },
  { method: 'GET', path: '/invoices/:id', summary: 'Read an invoice', procedure: 'invoices.get' },
  {
    method: 'POST',
    path: '/invoices/:id/commands',
    summary: 'Exclude, dispute or hold an invoice, or take that back',
    procedure: 'invoices.command',
  },
  { method: 'GET', path: '/debtors', summary: 'List debtors', procedure: 'debtors.list' },
  { method: 'GET', path: '/debtors/:id', summary: 'Read a debtor', procedure: 'debtors.get' },
  {
    method: 'POST',
    path: '/debtors/:id/commands',
    summary: 'Exclude a debtor, or hold, resume or cancel all its enrolments',
    procedure: 'debtors.command',
  },
  {
    method: 'POST',
    path: '/payments',
    summary: 'Record a payment',
    procedure: 'payments.create',
    statuses: [201, 200],
    reply: (output) => {
      const { created, ...body } = output as z.infer<typeof paymentCreated>;
      return { status: created ? 201 : 200, body };
    },
  },
  { method: 'GET', path: '/payments', summary: 'List payments', procedure: 'payments.list' },
  { method: 'GET', path: '/payments/:id', summary: 'Read a payment', procedure: 'payments.get' },
  {
    method: 'POST',
    path: '/payments/:id/allocate',
    summary: 'Allocate money to invoices by hand',
    procedure: 'payments.allocate',
  },
  {
    method: 'POST',
    path: '/payments/:id/unallocate',
    summary: "Take an invoice's part of a payment back",
    procedure: 'payments.unallocate',
  },
  {
    method: 'POST',
    path: '/scenarios',
    summary: 'Create a scenario',
    procedure: 'scenarios.create',
    statuses: [201],
    reply: created,
  },
  { method: 'GET', path: '/scenarios', summary: 'List scenarios', procedure: 'scenarios.list' },
  { method: 'GET', path: '/scenarios/:id', summary: 'Read a scenario', procedure: 'scenarios.get' },
  { method: 'PUT', path: '/scenarios/:id/draft', summary: 'Save a draft', procedure: 'scenarios.saveDraft' },
  { method: 'POST', path: '/scenarios/:id/publish', summary: 'Publish a scenario', procedure: 'scenarios.publish' },
  { method: 'GET', path: '/assignment', summary: 'Read the rules of assignment', procedure: 'assignment.get' },
  { method: 'PUT', path: '/assignment', summary: 'Save the rules of assignment', procedure: 'assignment.save' },
  {
    method: 'POST',
    path: '/assignment/run',
    summary: 'Put invoices into scenarios by the rules, now',
    procedure: 'assignment.run',
    statuses: [202],
    reply: accepted,
  },
  { method: 'POST', path: '/enrolments', summary: 'Enrol invoices', procedure: 'enrolments.create' },
  { method: 'GET', path: '/enrolments', summary: 'List enrolments', procedure: 'enrolments.list' },
  { method: 'GET', path: '/enrolments/:id', summary: 'Read an enrolment', procedure: 'enrolments.get' },
  {
    method: 'GET',
    path: '/enrolments/:id/timeline',
    summary: 'List what happened to an enrolment',
    procedure: 'enrolments.timeline',
  },
  {
    method: 'POST',
    path: '/enrolments/:id/commands',
    summary: 'Hold, resume, skip, move, retry or cancel an enrolment',
    procedure: 'enrolments.command',
  },
  { method: 'GET', path: '/tasks', summary: 'List tasks', procedure: 'tasks.list' },
  { method: 'GET', path: '/tasks/:id', summary: 'Read a task', procedure: 'tasks.get' },
  { method: 'POST', path: '/tasks/:id/claim', summary: 'Claim a task', procedure: 'tasks.claim' },
  { method: 'POST', path: '/tasks/:id/release', summary: 'Give a task back', procedure: 'tasks.release' },
  { method: 'POST', path: '/tasks/:id/complete', summary: 'Complete a task', procedure: 'tasks.complete' },
  { method: 'GET', path: '/contacts', summary: 'List contacts', procedure: 'contacts.list' },
  { method: 'GET', path: '/messages', summary: 'List messages', procedure: 'messages.list' },
  { method: 'GET', path: '/messages/:id', summary: 'Read a message', procedure: 'messages.get' },
  {
    method: 'POST',
    path: '/messages/:id/bounce',
    summary: 'Say that a message came back',
    procedure: 'messages.bounce',
  },
  {
    method: 'POST',
    path: '/replies',
    summary: 'Log what a debtor answered',
    procedure: 'replies.create',
    statuses: [201],
    reply: created,
  },
  { method: 'GET', path: '/replies', summary: 'List what a debtor answered', procedure: 'replies.list' },
  { method: 'GET', path: '/outbox', summary: 'List planned messages by debtor', procedure: 'outbox.list' },
  { method: 'GET', path: '/outbox/counts', summary: 'Count planned messages', procedure: 'outbox.counts' },
  { method: 'GET', path: '/outbox/preview', summary: 'Read what would leave to a debtor', procedure: 'outbox.preview' },
  { method: 'POST', path: '/outbox/send', summary: 'Let planned messages leave', procedure: 'outbox.send' },
  { method: 'POST', path: '/outbox/hold', summary: 'Set planned messages aside', procedure: 'outbox.hold' },
  { method: 'POST', path: '/outbox/drop', summary: 'Drop planned messages', procedure: 'outbox.drop' },
  { method: 'POST', path: '/outbox/edit', summary: 'Write one message in other words', procedure: 'outbox.edit' },
  { method: 'GET', path: '/node-types', summary: 'List node types', procedure: 'nodeTypes.list' },
  { method: 'GET', path: '/templates', summary: 'List templates', procedure: 'templates.list' },
  {
    method: 'POST',
    path: '/organisations',
    summary: 'Found a real organisation',
    procedure: 'organisations.create',
    statuses: [201],
    reply: created,
  },
  { method: 'GET', path: '/entities', summary: 'List the creditor companies', procedure: 'entities.list' },
  { method: 'GET', path: '/members', summary: 'List the people of the organisation', procedure: 'members.list' },
  {
    method: 'POST',
    path: '/sandbox/organisations',
    summary: 'Create a sandbox',
    procedure: 'sandboxes.create',
    statuses: [201],
    reply: created,
  },
  {
    method: 'POST',
    path: '/sandbox/clock',
    summary: 'Advance the clock of a sandbox or set its speed',
    procedure: {
      oneOf: ['clock.advance', 'clock.setSpeed'],
      choose: (input) => (input['speed'] === undefined ? 'clock.advance' : 'clock.setSpeed'),
    },
    input: clockSet,
    statuses: [202],
    reply: accepted,
  },
  { method: 'GET', path: '/sandbox/clock', summary: 'Read the clock of a sandbox', procedure: 'clock.get' },
  { method: 'GET', path: '/sandbox/mailbox', summary: 'List what the mailbox accepted', procedure: 'mailbox.list' },
];
