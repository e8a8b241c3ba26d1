import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { Chip, type Tone } from '../ui/index.ts';
import type { TaskSheetData } from './task.ts';

type Promised = NonNullable<TaskSheetData['brief']['lastPromise']>;

const promiseTones: Record<Promised['state'], Tone> = { pending: 'info', kept: 'ok', broken: 'danger' };

/** What to know before dialling, in sight while talking: oldest invoice, last promise, money in, what is contested, calls of today. */
export function SheetBrief({ task }: { task: TaskSheetData }) {
  const { t, f } = useI18n();
  const { lastPromise, lastPayment, credits, disputed, callsToday } = task.brief;
  const enough = callsToday.most !== null && callsToday.made >= callsToday.most;
  const [oldest] = task.invoices;
  return (
    <dl className="sheet-brief">
      {oldest && (
        <div>
          <dt>{t('inbox.brief.oldest')}</dt>
          <dd>
            <Link to="/invoices/$id" params={{ id: oldest.id }} className="side-link">
              {oldest.number}
            </Link>
            , {f.date(oldest.dueDate)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('inbox.brief.promise')}</dt>
        <dd>{lastPromise ? <LastPromise promise={lastPromise} /> : t('inbox.brief.promise-none')}</dd>
      </div>
      {lastPayment && (
        <div>
          <dt>{t('inbox.brief.payment')}</dt>
          <dd>
            {f.money(lastPayment.amount)}, {f.date(lastPayment.receivedOn)}
          </dd>
        </div>
      )}
      {credits.length > 0 && (
        <div>
          <dt>{t('inbox.brief.credits')}</dt>
          <dd>
            <Chip tone="warn">{credits.map((sum) => f.money(sum)).join(' · ')}</Chip>
          </dd>
        </div>
      )}
      {disputed.length > 0 && (
        <div>
          <dt>{t('inbox.brief.disputed')}</dt>
          <dd>
            <Chip tone="danger">{disputed.map((sum) => f.money(sum)).join(' · ')}</Chip>
          </dd>
        </div>
      )}
      {callsToday.made > 0 && (
        <div>
          <dt>{t('inbox.brief.calls-today')}</dt>
          <dd>
            {f.count(callsToday.made)}{' '}
            {task.kind === 'call' && enough && <Chip tone="warn">{t('inbox.brief.calls-enough')}</Chip>}
          </dd>
        </div>
      )}
    </dl>
  );
}

function LastPromise({ promise: { date, amount, state } }: { promise: Promised }) {
  const { t, f } = useI18n();
  return (
    <>
      {[amount && f.money(amount), f.date(date)].filter(Boolean).join(', ')}{' '}
      <Chip tone={promiseTones[state]}>{t(`inbox.brief.promise-${state}`)}</Chip>
    </>
  );
}
