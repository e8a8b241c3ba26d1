import { useI18n } from '../i18n/index.ts';
import { Checkbox } from '../ui/index.ts';
import type { Draft } from './draft.ts';
import type { Task } from './task.ts';

type InvoiceTableProps = { task: Task; apart?: Draft['own']; onToggle?: (invoiceId: string) => void };

/** What the task is about. With several invoices, one can be given an ending of its own. */
export function InvoiceTable({ task, apart, onToggle }: InvoiceTableProps) {
  const { t, f } = useI18n();
  const several = task.invoices.length > 1 && onToggle !== undefined;
  return (
    <section>
      <table className="sheet-invoices">
        <caption className="sr-only">{t('inbox.invoices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('inbox.column.invoice')}</th>
            <th scope="col">{t('inbox.column.due-date')}</th>
            <th scope="col">{t('inbox.column.late')}</th>
            <th scope="col" className="is-end">
              {t('inbox.column.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {task.invoices.map(({ id, number, dueDate, daysOverdue, balance }) => (
            <tr key={id}>
              <th scope="row">
                <span className="sheet-invoice">
                  {several && (
                    <Checkbox
                      label={t('inbox.same-outcome', { invoice: number })}
                      checked={!apart?.[id]}
                      onChange={() => onToggle(id)}
                    />
                  )}
                  {number}
                </span>
              </th>
              <td>{f.date(dueDate, 'dayMonth')}</td>
              <td className={daysOverdue > 0 ? 'inbox-late' : undefined}>{f.relativeDay(daysOverdue)}</td>
              <td className="is-end">{f.money(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {several && <p className="sheet-hint">{t('inbox.own-outcome-hint')}</p>}
    </section>
  );
}
