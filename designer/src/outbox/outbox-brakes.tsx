import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Banner, Button } from '../ui/index.ts';
import type { Outbox, OutboxView } from './outbox.ts';

type Brake = 'stale' | 'batch';
type OutboxBrakesProps = {
  page: Outbox;
  view: OutboxView;
  busy: boolean;
  /** Absent while only some of the messages are shown. */
  onRelease: ((wait: Brake) => void) | undefined;
};

const LEADS = ['manager', 'admin'];

/**
 * What stops messages that nobody has read, with its figures, and the one decision that releases them; and that more
 * messages are still to come.
 */
export function OutboxBrakes({ page: { brakes, sending, entering }, view, busy, onRelease }: OutboxBrakesProps) {
  const { t, f } = useI18n();
  const { role } = useSession();
  const { ledger, batch } = brakes;
  const lack = LEADS.includes(role) ? undefined : t('outbox.needs-manager');
  const release = (wait: Brake, count: number) =>
    onRelease && (
      <Button size="sm" busy={busy} disabledReason={lack} onClick={() => onRelease(wait)}>
        {t('outbox.brake.release', { count })}
      </Button>
    );
  return (
    <>
      {view === 'decide' && entering > 0 && (
        <Banner tone="info" title={t('outbox.entering', { count: entering })}>
          {t('outbox.entering-text')}
        </Banner>
      )}
      {!sending && (
        <Banner
          tone="warn"
          title={t('outbox.brake.off')}
          act={
            <Link to="/settings/sending" className="ui-button ui-button-default ui-button-sm">
              {t('outbox.brake.off-act')}
            </Link>
          }
        >
          {t('outbox.brake.off-text')}
        </Banner>
      )}
      {view === 'decide' && ledger.messages > 0 && (
        <Banner
          tone="warn"
          title={t('outbox.brake.stale', { count: ledger.messages })}
          act={release('stale', ledger.messages)}
        >
          {ledger.hours === null
            ? t('outbox.brake.stale-never')
            : t('outbox.brake.stale-text', { count: ledger.hours, most: f.count(ledger.staleAfterHours ?? 0) })}
        </Banner>
      )}
      {view === 'decide' && batch.messages > 0 && (
        <Banner
          tone="warn"
          title={t('outbox.brake.batch', { count: batch.messages })}
          act={release('batch', batch.messages)}
        >
          {batch.usual === null
            ? t('outbox.brake.batch-never', { count: batch.today })
            : t('outbox.brake.batch-text', { count: batch.today, usual: f.count(Math.round(batch.usual)) })}
        </Banner>
      )}
    </>
  );
}
