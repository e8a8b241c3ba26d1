import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { tellRow } from '../cases/timeline-words.ts';
import { useTelling } from '../cases/use-telling.ts';
import { Timeline } from '../ui/index.ts';
import { oncePerAct } from './once-per-act.ts';
import type { TaskSheetData } from './task.ts';

const most = 8;

/** What was last done about the debtor, in short; the whole of it is the follow-up's. */
export function SheetHistory({ task }: { task: TaskSheetData }) {
  const { t } = useI18n();
  const telling = useTelling({ stepName: () => undefined, outcomeName: outcomeOf(task) });
  const items = task.history.flatMap((row) => {
    const told = tellRow(row, telling);
    return told ? [{ id: row.id, at: row.at, tile: told.tile, what: told.what, why: told.why.join(' · ') }] : [];
  });
  const enrolmentId = task.cases.find(({ leftReason }) => leftReason === null)?.enrolmentId;
  return (
    <section>
      <h3>
        {t('inbox.history')}
        {enrolmentId && (
          <Link to="/follow-ups/$id" params={{ id: enrolmentId }} className="side-link">
            {t('inbox.follow-up')}
          </Link>
        )}
      </h3>
      {items.length === 0 ? (
        <p className="sheet-hint">{t('inbox.history.none')}</p>
      ) : (
        <Timeline compact items={oncePerAct(items).slice(0, most)} />
      )}
    </section>
  );
}

const outcomeOf =
  ({ outcomes }: TaskSheetData) =>
  (_step: string, outcome: string): string =>
    outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
