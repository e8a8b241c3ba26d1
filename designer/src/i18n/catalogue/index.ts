import { assignment } from './assignment.ts';
import { cases } from './cases.ts';
import { common } from './common.ts';
import { contactPolicy } from './contact-policy.ts';
import { debtors } from './debtors.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { invoices } from './invoices.ts';
import { mailbox } from './mailbox.ts';
import { timeline } from './timeline.ts';
import { openItems } from './open-items.ts';
import { facts } from './facts.ts';
import { outbox } from './outbox.ts';
import { payments } from './payments.ts';
import { organisation } from './organisation.ts';
import { replies } from './replies.ts';
import { scenarios } from './scenarios.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { templates } from './templates.ts';
import { today } from './today.ts';
import { why } from './why.ts';

/** Every word on screen, in both languages, by area. */
export const catalogue = {
  assignment,
  cases,
  common,
  'contact-policy': contactPolicy,
  debtors,
  editor,
  errors,
  imports,
  inbox,
  invoices,
  mailbox,
  payments,
  organisation,
  outbox,
  facts,
  'open-items': openItems,
  timeline,
  scenarios,
  settings,
  shell,
  replies,
  templates,
  today,
  why,
};
