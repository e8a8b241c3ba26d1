import { useI18n } from '../i18n/index.ts';
import { Banner } from '../ui/index.ts';
import { InvoiceTable } from './invoice-table.tsx';
import { SheetHistory } from './sheet-history.tsx';
import type { TaskSheetData } from './task.ts';

/** A task that is over, to read. */
export function ClosedTask({ task }: { task: TaskSheetData }) {
  const { t } = useI18n();
  const outcome = task.outcomes.find(({ id }) => id === task.outcome)?.label;
  return (
    <div className="sheet-body">
      {outcome ? (
        <Banner tone="ok" title={t('inbox.done.by', { outcome })} />
      ) : (
        <Banner tone="mute" title={t('inbox.done.cancelled')} />
      )}
      {task.invoices.length > 0 && <InvoiceTable task={task} />}
      <SheetHistory task={task} />
    </div>
  );
}
