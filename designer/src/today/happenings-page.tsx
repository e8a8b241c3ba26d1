import './today.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { say } from '@relance/workflows/messages';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { reasonText } from '../cases/timeline-words.ts';
import { MessageDialog } from '../debtors/message-dialog.tsx';
import { useI18n } from '../i18n/index.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '../ui/index.ts';
import { LINES, type Line } from './today.ts';

type Happening = Outputs['today']['happenings']['items'][number];

/** The rows behind one line of the first page. */
export function HappeningsPage() {
  const params = useParams({ from: '/shell/today/$line' });
  const line = LINES.find((each) => each === params.line);
  return line ? <Happenings line={line} /> : <NotFoundPage />;
}

function Happenings({ line }: { line: Line }) {
  const { t } = useI18n();
  const [reading, setReading] = useState<string | null>(null);
  const rows = useQuery(trpc.today.happenings.queryOptions({ line }));
  const title = t(`today.rows.${line}`);
  return (
    <>
      <PageHeader title={title} parent={{ label: t('today.title'), to: '/' }} />
      {rows.error ? (
        <ErrorState error={rows.error} title={t('today.failed')} onRetry={() => void rows.refetch()} />
      ) : !rows.data ? (
        <Skeleton lines={8} label={t('common.loading')} />
      ) : rows.data.items.length === 0 ? (
        <EmptyState icon="check" text={t('today.rows.empty')} />
      ) : (
        <div className="today">
          {rows.data.more && <p>{t('today.rows.more', { count: rows.data.items.length })}</p>}
          <ul className="today-rows" aria-label={title}>
            {rows.data.items.map((it) => (
              <Row key={it.id} it={it} closed={line === 'closed'} onRead={setReading} />
            ))}
          </ul>
        </div>
      )}
      {reading && <MessageDialog id={reading} onClose={() => setReading(null)} />}
    </>
  );
}

type RowProps = { it: Happening; closed: boolean; onRead: (messageId: string) => void };

function Row({ it, closed, onRead }: RowProps) {
  const { t, f, language } = useI18n();
  const { debtorId, debtorName, enrolmentId, invoiceNumber, messageId, reason, amount, date, at } = it;
  const why = reason && (closed ? say({ key: `end-reason.${reason}` }, language) : reasonText(reason, t));
  return (
    <li>
      <time dateTime={at}>{f.instant(at)}</time>
      {debtorId && debtorName ? (
        <Link to="/debtors/$id" params={{ id: debtorId }}>
          {debtorName}
        </Link>
      ) : (
        <span>{t('today.rows.no-debtor')}</span>
      )}
      <span className="today-rows-what">
        {enrolmentId && invoiceNumber && (
          <Link to="/follow-ups/$id" params={{ id: enrolmentId }}>
            {invoiceNumber}
          </Link>
        )}
        {messageId && (
          <button type="button" className="side-link" onClick={() => onRead(messageId)}>
            {t('today.rows.message')}
          </button>
        )}
        {why && <span>{why}</span>}
        {date && <span>{t('today.rows.promised-for', { date: f.date(date, 'weekday') })}</span>}
      </span>
      <strong>{amount && f.money(amount)}</strong>
    </li>
  );
}
