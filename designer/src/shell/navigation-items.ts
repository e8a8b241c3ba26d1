import type { Outputs } from '../api.ts';
import type { MessageKey } from '../i18n/index.ts';
import type { IconName } from '../ui/index.ts';

type Role = Outputs['session']['me']['role'];

export type NavigationItem = {
  to:
    | '/'
    | '/inbox'
    | '/outbox'
    | '/follow-ups'
    | '/debtors'
    | '/invoices'
    | '/payments'
    | '/scenarios'
    | '/assignment'
    | '/templates'
    | '/imports'
    | '/mailbox';
  label: MessageKey & `shell.nav.${string}`;
  icon: IconName;
  group: 'work' | 'set-up';
  roles: readonly Role[];
  /** Only where nothing leaves: a real organisation's messages are read where they were sent from. */
  sandbox?: true;
};

const team: readonly Role[] = ['manager', 'collector', 'admin'];
const readers: readonly Role[] = [...team, 'legal'];
const withSales: readonly Role[] = [...readers, 'sales'];

/** The pages that exist, in their order, and who has a use for them. */
const items: readonly NavigationItem[] = [
  { to: '/', label: 'shell.nav.today', icon: 'calendar', group: 'work', roles: team },
  { to: '/inbox', label: 'shell.nav.inbox', icon: 'inbox', group: 'work', roles: team },
  { to: '/outbox', label: 'shell.nav.outbox', icon: 'outbox', group: 'work', roles: team },
  { to: '/follow-ups', label: 'shell.nav.follow-ups', icon: 'follow-up', group: 'work', roles: readers },
  { to: '/debtors', label: 'shell.nav.debtors', icon: 'building', group: 'work', roles: withSales },
  { to: '/invoices', label: 'shell.nav.invoices', icon: 'document', group: 'work', roles: withSales },
  { to: '/payments', label: 'shell.nav.payments', icon: 'euro', group: 'work', roles: team },
  { to: '/scenarios', label: 'shell.nav.scenarios', icon: 'scenario', group: 'set-up', roles: team },
  { to: '/assignment', label: 'shell.nav.assignment', icon: 'relate', group: 'set-up', roles: team },
  { to: '/templates', label: 'shell.nav.templates', icon: 'letter', group: 'set-up', roles: team },
  { to: '/imports', label: 'shell.nav.imports', icon: 'import', group: 'set-up', roles: team },
  { to: '/mailbox', label: 'shell.nav.mailbox', icon: 'mail', group: 'set-up', roles: team, sandbox: true },
];

export function navigationFor(role: Role, organisation: { sandbox: boolean }): readonly NavigationItem[] {
  return items.filter((item) => item.roles.includes(role) && (organisation.sandbox || !item.sandbox));
}
