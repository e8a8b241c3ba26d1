import type { Role } from '@relance/db/schema';

/** Everybody who belongs to an organisation, whatever they do there. */
const MEMBERS = ['manager', 'collector', 'admin', 'legal', 'sales', 'agency'] as const satisfies Role[];
const TEAM = ['manager', 'collector', 'admin'] as const satisfies Role[];
const LEAD = ['manager', 'admin'] as const satisfies Role[];

export type Rule = 'anyone' | readonly Role[];

/** The litigation officer reads cases; nothing is changed there before there are handoffs. */
const READERS = [...TEAM, 'legal'] as const satisfies Role[];
/** Sales read too, of their own customers alone: services that these lines let in filter by the debtor's owner. */
const WITH_SALES = [...READERS, 'sales'] as const satisfies Role[];

/**
 * Who may call what: every procedure stands here and nowhere else. A procedure without a line is closed to all.
 * An agency sees the files handed to it alone; until files can be handed over it may sign in and sees nothing.
 */
export const policy: Readonly<Record<string, Rule>> = {
  'health.get': 'anyone',

  'session.me': MEMBERS,
  'session.setPreferences': MEMBERS,
  'session.setOrganisation': MEMBERS,
  'today.get': TEAM,
  'today.tick': TEAM,
  'today.happenings': TEAM,
  'members.list': WITH_SALES,
  'members.setRole': LEAD,
  'members.remove': LEAD,
  'invitations.list': LEAD,
  'invitations.create': LEAD,
  'invitations.revoke': LEAD,

  'organisations.create': ['manager'],
  'organisation.settings': LEAD,
  'organisation.update': LEAD,
  'organisation.sending': TEAM,
  // a collector may stop sending, not start it
  'organisation.setSending': TEAM,
  'organisation.mailServer': LEAD,
  'organisation.setMailServer': LEAD,
  'organisation.removeMailServer': LEAD,
  'organisation.testMail': LEAD,
  'organisation.mailTest': LEAD,
  'closures.set': LEAD,
  'entities.list': TEAM,
  'entities.create': LEAD,
  'entities.update': LEAD,

  'scenarios.list': TEAM,
  'scenarios.get': TEAM,
  'scenarios.standing': TEAM,
  'scenarios.create': LEAD,
  'scenarios.saveDraft': LEAD,
  'scenarios.rename': LEAD,
  'scenarios.publish': LEAD,
  'assignment.get': TEAM,
  'assignment.save': LEAD,
  'assignment.setOn': LEAD,
  'assignment.run': LEAD,
  'assignment.preview': TEAM,
  'assignment.previewMoves': TEAM,
  'assignment.move': LEAD,
  'nodeTypes.list': TEAM,
  'templates.list': TEAM,
  'templates.get': TEAM,
  'templates.save': LEAD,
  'templates.reset': LEAD,
  'templates.preview': TEAM,

  'invoices.list': WITH_SALES,
  'invoices.get': WITH_SALES,
  'invoices.command': TEAM,
  'debtors.list': WITH_SALES,
  'debtors.get': WITH_SALES,
  'debtors.command': TEAM,
  'debtors.why': TEAM,
  'debtors.update': TEAM,
  'debtors.addPerson': TEAM,
  'debtors.updatePerson': TEAM,
  'debtors.duplicates': TEAM,
  'debtors.merge': TEAM,
  'debtors.unmerge': TEAM,
  'debtors.distinct': TEAM,
  'payments.list': TEAM,
  'payments.get': TEAM,
  'payments.create': LEAD,
  'payments.allocate': TEAM,
  'payments.unallocate': TEAM,
  'contacts.list': READERS,
  'messages.list': READERS,
  'messages.get': READERS,
  'messages.bounce': TEAM,
  'replies.list': TEAM,
  'replies.create': TEAM,
  'replies.endQuiet': TEAM,

  'outbox.list': TEAM,
  'outbox.counts': TEAM,
  'outbox.preview': TEAM,
  'outbox.send': TEAM,
  'outbox.hold': TEAM,
  'outbox.drop': TEAM,
  'outbox.edit': TEAM,

  'enrolments.list': READERS,
  'enrolments.get': READERS,
  'enrolments.timeline': READERS,
  'enrolments.graph': READERS,
  'enrolments.why': TEAM,
  'enrolments.create': LEAD,
  'enrolments.command': TEAM,

  'tasks.list': TEAM,
  'tasks.get': TEAM,
  'tasks.counts': TEAM,
  'tasks.preview': TEAM,
  'tasks.recap': TEAM,
  'tasks.claim': TEAM,
  'tasks.release': TEAM,
  'tasks.complete': TEAM,

  'imports.list': TEAM,
  'imports.get': TEAM,
  'imports.rejections': TEAM,
  'imports.create': LEAD,
  'imports.confirmClosing': LEAD,
  'imports.undoPreview': LEAD,
  'imports.undo': LEAD,
  'imports.forgetReading': LEAD,

  'sandboxes.create': ['manager'],
  'sandbox.demo': TEAM,
  'sandbox.setColleague': TEAM,
  'sandbox.startAgain': ['manager'],
  // the date of a sandbox: without it no day on a page is right
  'clock.get': WITH_SALES,
  'clock.advance': TEAM,
  'clock.setSpeed': TEAM,
  'clock.stop': TEAM,
  'mailbox.list': TEAM,
  'mailbox.get': TEAM,
  'mailbox.play': TEAM,
};
