import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useI18n, type Money } from '../i18n/index.ts';
import type { Today } from './today.ts';

/** Four figures, each a link to what it counts. */
export function TodayFigures({ today }: { today: Today }) {
  const { t, f } = useI18n();
  const { overdue, leaving, calls, promisesDue } = today;
  const sums = (amounts: readonly Money[]) => amounts.map((each) => f.moneyShort(each)).join(' · ');
  return (
    <ul className="today-figures" aria-label={t('today.figures')}>
      <Figure value={sums(overdue.amounts) || '0'} more={t('today.overdue-more', { count: overdue.invoices })}>
        <Link to="/invoices" search={{ status: 'overdue' }}>
          {t('today.overdue')}
        </Link>
      </Figure>
      <Figure
        value={f.count(leaving.planned + leaving.ahead)}
        more={[
          leaving.ahead > 0 ? t('today.ahead', { count: leaving.ahead }) : null,
          leaving.undecided > 0 ? t('today.to-confirm', { count: leaving.undecided }) : null,
        ]
          .filter((each) => each !== null)
          .join(', ')}
      >
        <Link to="/outbox" search={{ view: 'today' }}>
          {t('today.leaving')}
        </Link>
      </Figure>
      <Figure
        value={f.count(calls.open)}
        more={calls.late > 0 ? t('today.calls-late', { count: calls.late }) : null}
        late={calls.late > 0}
      >
        <Link to="/inbox" search={{ kind: 'call' }}>
          {t('today.calls')}
        </Link>
      </Figure>
      <Figure value={f.count(promisesDue.count)} more={sums(promisesDue.amounts) || null}>
        <Link to="/today/$line" params={{ line: 'promises-due' }}>
          {t('today.promises')}
        </Link>
      </Figure>
    </ul>
  );
}

type FigureProps = { value: string; more: string | null; late?: boolean; children: ReactNode };

function Figure({ value, more, late, children }: FigureProps) {
  return (
    <li>
      <strong>{value}</strong>
      {children}
      {more && <small className={late ? 'is-late' : undefined}>{more}</small>}
    </li>
  );
}
