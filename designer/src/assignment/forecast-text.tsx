import { useI18n, type Formats, type Translate } from '../i18n/index.ts';
import { Banner, Skeleton } from '../ui/index.ts';
import type { Preview } from './rule.ts';

type ForecastTextProps = { preview: Preview | undefined; changed: boolean };

/** What would happen on the first day of this list, in one sentence. */
export function ForecastText({ preview, changed }: ForecastTextProps) {
  const { t, f } = useI18n();
  if (preview === undefined) return <Skeleton lines={1} />;
  return (
    <div className="as-forecast" aria-live="polite">
      <p>
        <strong>{t('assignment.foreseen.day', { day: f.date(preview.day, 'dayHeader') })}</strong>{' '}
        {forecastWords(preview, t, f)}
      </p>
      <p className="as-note">{changed ? t('assignment.foreseen.if-saved') : t('assignment.foreseen.as-saved')}</p>
      {!preview.sending && <Banner tone="info" title={t('assignment.foreseen.sending-off')} />}
    </div>
  );
}

function forecastWords({ foreseen, uncovered }: Preview, t: Translate, f: Formats): string {
  const { cases, messages, debtors, toConfirm, calls, withoutAddress, coveredByCredits, later, lateEntries } = foreseen;
  const [fullest] = lateEntries;
  const said = [
    t('assignment.foreseen.cases', { count: cases }),
    messages > 0
      ? `${t('assignment.foreseen.messages', { count: messages })} ${t('assignment.foreseen.debtors', { count: debtors })}`
      : t('assignment.foreseen.no-message'),
    fullest && t('assignment.foreseen.late', { count: fullest.cases, step: fullest.label }),
    ...lateEntries.slice(1, 3).map(({ cases: count, label }) => t('assignment.foreseen.late', { count, step: label })),
    toConfirm > 0 && t('assignment.foreseen.to-confirm', { count: toConfirm }),
    calls > 0 && t('assignment.foreseen.calls', { count: calls }),
    withoutAddress > 0 && t('assignment.foreseen.without-address', { count: withoutAddress }),
    coveredByCredits > 0 && t('assignment.foreseen.credits', { count: coveredByCredits }),
    later > 0 && t('assignment.foreseen.later', { count: later }),
    uncovered.invoices > 0 && t('assignment.foreseen.uncovered', { count: uncovered.invoices }),
  ];
  return `${f.list(said.filter((part) => typeof part === 'string'))}.`;
}
