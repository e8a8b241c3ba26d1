import { assignmentRouter } from './routers/assignment.ts';
import { clockRouter } from './routers/clock.ts';
import { contactsRouter } from './routers/contacts.ts';
import { debtorsRouter } from './routers/debtors.ts';
import { entitiesRouter } from './routers/entities.ts';
import { enrolmentsRouter } from './routers/enrolments.ts';
import { healthRouter } from './routers/health.ts';
import { importsRouter } from './routers/imports.ts';
import { invitationsRouter } from './routers/invitations.ts';
import { invoicesRouter } from './routers/invoices.ts';
import { mailboxRouter } from './routers/mailbox.ts';
import { membersRouter } from './routers/members.ts';
import { messagesRouter } from './routers/messages.ts';
import { nodeTypesRouter } from './routers/node-types.ts';
import { closuresRouter, organisationRouter } from './routers/organisation.ts';
import { organisationsRouter } from './routers/organisations.ts';
import { outboxRouter } from './routers/outbox.ts';
import { paymentsRouter } from './routers/payments.ts';
import { repliesRouter } from './routers/replies.ts';
import { sandboxRouter } from './routers/sandbox.ts';
import { sandboxesRouter } from './routers/sandboxes.ts';
import { scenariosRouter } from './routers/scenarios.ts';
import { sessionRouter } from './routers/session.ts';
import { tasksRouter } from './routers/tasks.ts';
import { templatesRouter } from './routers/templates.ts';
import { todayRouter } from './routers/today.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  session: sessionRouter,
  today: todayRouter,
  health: healthRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  organisations: organisationsRouter,
  organisation: organisationRouter,
  closures: closuresRouter,
  entities: entitiesRouter,
  scenarios: scenariosRouter,
  assignment: assignmentRouter,
  nodeTypes: nodeTypesRouter,
  templates: templatesRouter,
  invoices: invoicesRouter,
  debtors: debtorsRouter,
  payments: paymentsRouter,
  contacts: contactsRouter,
  messages: messagesRouter,
  replies: repliesRouter,
  outbox: outboxRouter,
  enrolments: enrolmentsRouter,
  tasks: tasksRouter,
  imports: importsRouter,
  mailbox: mailboxRouter,
  clock: clockRouter,
  sandbox: sandboxRouter,
  sandboxes: sandboxesRouter,
});

export type AppRouter = typeof appRouter;
