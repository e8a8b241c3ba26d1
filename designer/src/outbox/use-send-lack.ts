import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import type { OutboxGroup } from './outbox.ts';

const LEADS = ['manager', 'admin'];
/** As many as one request may name. */
const MOST_CONTACTS = 5_000;

/** Why these may not be sent by whoever asks; undefined: they may. */
export function useSendLack(): (groups: readonly OutboxGroup[]) => string | undefined {
  const { t, f } = useI18n();
  const { role } = useSession();
  return (groups) => {
    const stopped = groups.some(({ waitingFor }) => waitingFor.includes('stale') || waitingFor.includes('batch'));
    if (stopped && !LEADS.includes(role)) return t('outbox.needs-manager');
    const contacts = groups.reduce((sum, { contactIds }) => sum + contactIds.length, 0);
    return contacts > MOST_CONTACTS ? t('outbox.too-many', { most: f.count(MOST_CONTACTS) }) : undefined;
  };
}
