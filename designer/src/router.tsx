import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { trpc } from './api.ts';
import { problemKind } from './problem/problem.ts';
import { queryClient } from './query-client.ts';
import { onSessionEnded } from './session/session-ended.ts';
import { AppShell } from './shell/app-shell.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageError } from './shell/page-error.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** Filters live in the address, as texts: a view can be linked to and survives a reload. */
type Filters = Record<string, string | undefined>;
const filters = (search: Record<string, unknown>): Filters =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageError });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: filters,
  component: SignInPage,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./invitation/invitation-page.tsx'), 'InvitationPage'),
});

const me = () => queryClient.ensureQueryData(trpc.session.me.queryOptions());

/** Everything behind the sign-in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: AppShell,
  beforeLoad: async ({ location }) => {
    try {
      await me();
    } catch (error) {
      if (problemKind(error) !== 'unauthorized') throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async () => {
    const { role } = await me();
    if (role === 'legal') throw redirect({ to: '/follow-ups' });
    if (role === 'sales') throw redirect({ to: '/debtors' });
    if (role === 'agency') throw redirect({ to: '/settings' });
  },
  component: lazyRouteComponent(() => import('./today/today-page.tsx'), 'TodayPage'),
});

const happenings = createRoute({
  getParentRoute: () => shell,
  path: '/today/$line',
  component: lazyRouteComponent(() => import('./today/happenings-page.tsx'), 'HappeningsPage'),
});

const scenarios = createRoute({
  getParentRoute: () => shell,
  path: '/scenarios',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./scenarios/scenarios-page.tsx'), 'ScenariosPage'),
});

const editor = createRoute({
  getParentRoute: () => shell,
  path: '/scenarios/$id',
  validateSearch: filters,
  staticData: { bare: true },
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
});
// The page reads the open task from the address: the list beside it stays as it is.
const inboxTask = createRoute({ getParentRoute: () => inbox, path: '$taskId' });

const followUps = createRoute({
  getParentRoute: () => shell,
  path: '/follow-ups',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./cases/cases-page.tsx'), 'CasesPage'),
});

const followUp = createRoute({
  getParentRoute: () => shell,
  path: '/follow-ups/$id',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./cases/case-page.tsx'), 'CasePage'),
});

const debtors = createRoute({
  getParentRoute: () => shell,
  path: '/debtors',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./debtors/debtors-page.tsx'), 'DebtorsPage'),
});

const duplicates = createRoute({
  getParentRoute: () => shell,
  path: '/debtors/duplicates',
  component: lazyRouteComponent(() => import('./debtors/duplicates-page.tsx'), 'DuplicatesPage'),
});

const debtor = createRoute({
  getParentRoute: () => shell,
  path: '/debtors/$id',
  component: lazyRouteComponent(() => import('./debtors/debtor-page.tsx'), 'DebtorPage'),
});

const invoices = createRoute({
  getParentRoute: () => shell,
  path: '/invoices',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./invoices/invoices-page.tsx'), 'InvoicesPage'),
});

const invoice = createRoute({
  getParentRoute: () => shell,
  path: '/invoices/$id',
  component: lazyRouteComponent(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
});

const payments = createRoute({
  getParentRoute: () => shell,
  path: '/payments',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./payments/payments-page.tsx'), 'PaymentsPage'),
});

const assignment = createRoute({
  getParentRoute: () => shell,
  path: '/assignment',
  component: lazyRouteComponent(() => import('./assignment/assignment-page.tsx'), 'AssignmentPage'),
});

const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  component: lazyRouteComponent(() => import('./templates/templates-page.tsx'), 'TemplatesPage'),
});

const template = createRoute({
  getParentRoute: () => shell,
  path: '/templates/$id',
  component: lazyRouteComponent(() => import('./templates/template-page.tsx'), 'TemplatePage'),
});

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/outbox',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('./outbox/outbox-page.tsx'), 'OutboxPage'),
});
// The page reads the chosen debtor from the address: the list beside it stays as it is.
const outboxDebtor = createRoute({ getParentRoute: () => outbox, path: '$debtorId' });

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./imports/new-import-page.tsx'), 'NewImportPage'),
});

const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
});

const mailbox = createRoute({
  getParentRoute: () => shell,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./mailbox/mailbox-page.tsx'), 'MailboxPage'),
});
const mailboxMessage = createRoute({ getParentRoute: () => mailbox, path: '$id' });

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const organisationSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/organisation',
  component: lazyRouteComponent(() => import('./settings/organisation-page.tsx'), 'OrganisationPage'),
});

const entities = createRoute({
  getParentRoute: () => shell,
  path: '/settings/entities',
  component: lazyRouteComponent(() => import('./settings/entities-page.tsx'), 'EntitiesPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: '/settings/team',
  component: lazyRouteComponent(() => import('./settings/team-page.tsx'), 'TeamPage'),
});

const sending = createRoute({
  getParentRoute: () => shell,
  path: '/settings/sending',
  component: lazyRouteComponent(() => import('./settings/sending-page.tsx'), 'SendingPage'),
});

const newOrganisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/new',
  component: lazyRouteComponent(() => import('./organisation/new-organisation-page.tsx'), 'NewOrganisationPage'),
});

const routeTree = root.addChildren([
  signIn,
  invitation,
  shell.addChildren([
    start,
    happenings,
    scenarios,
    editor,
    inbox.addChildren([inboxTask]),
    outbox.addChildren([outboxDebtor]),
    followUps,
    followUp,
    debtors,
    duplicates,
    debtor,
    invoices,
    invoice,
    payments,
    assignment,
    templates,
    template,
    imports,
    newImport,
    oneImport,
    mailbox.addChildren([mailboxMessage]),
    settings,
    organisationSettings,
    entities,
    team,
    sending,
    newOrganisation,
  ]),
]);

export type AppRouter = ReturnType<typeof makeRouter>;

/** Reads the address of the window; one for each time the application is drawn. */
export function makeRouter() {
  const router = createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    scrollRestoration: false,
  });
  onSessionEnded(() => {
    const { href, pathname } = router.state.location;
    const queryKey = trpc.session.me.queryKey();
    // a stranger has no session that could end: the guard of the pages shows them in
    if (pathname === '/sign-in' || queryClient.getQueryData(queryKey) === undefined) return;
    queryClient.removeQueries({ queryKey });
    void router.navigate({ to: '/sign-in', search: { next: href, reason: 'expired' } });
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  interface StaticDataRouteOption {
    /** A page without navigation: it brings its own panes. */
    bare?: boolean;
  }
}
