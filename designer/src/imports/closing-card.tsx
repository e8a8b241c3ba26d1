import { useI18n } from '../i18n/index.ts';
import { Banner, Card } from '../ui/index.ts';
import { useClosingWords } from './closing-words.ts';
import type { ImportClosing, ImportJob } from './import-fields.ts';

const figures = ['changed', 'reopened', 'created', 'credits', 'paidHere', 'kept', 'unchanged'] as const;

type ClosingCardProps = { job: ImportJob; closing: ImportClosing };

/** What a list of open items settles, opens again and changes, counted and summed. */
export function ClosingCard({ job, closing }: ClosingCardProps) {
  const { t, f } = useI18n();
  const words = useClosingWords();
  const happened = !job.dryRun && job.status === 'done';
  return (
    <Card title={t(happened ? 'open-items.closing.did' : 'open-items.closing.would')}>
      {closing.doubts.map((doubt) => (
        <Banner key={doubt.code} tone="warn" title={words.doubt(doubt)}>
          {t(`open-items.doubt.${doubt.code}.check`)}
        </Banner>
      ))}
      {!happened && closing.large && (
        <Banner tone="warn" title={t('open-items.closing.large')}>
          {t('open-items.closing.asked')}
        </Banner>
      )}
      <p>{closing.invoices > 0 ? words.settles(closing) : t('open-items.closing.none')}</p>
      {!happened && closing.invoices > 0 && <p className="text-text-2">{t('open-items.closing.ends')}</p>}
      <dl className="import-totals">
        <div className={closing.large ? 'is-warn' : undefined}>
          <dd>{f.count(closing.invoices)}</dd>
          <dt>{t('open-items.closing.settled')}</dt>
          <dd className="import-sum">{words.sums(closing.balances.map((each) => each.closing))}</dd>
        </div>
        {closing.credits > 0 && (
          <div>
            <dd>{f.count(closing.credits)}</dd>
            <dt>{t('open-items.closing.credits-closed')}</dt>
          </div>
        )}
        {figures
          .filter((name) => closing.figures[name].count > 0)
          .map((name) => (
            <div key={name}>
              <dd>{f.count(closing.figures[name].count)}</dd>
              <dt>{t(`open-items.closing.${name}`)}</dt>
              <dd className="import-sum">{words.sums(closing.figures[name].sums)}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
