import { useI18n } from '../i18n/index.ts';
import { Button, Icon, usePhone } from '../ui/index.ts';
import type { TaskSheetData } from './task.ts';

/** Who owes how much, since when, and how to reach them. */
export function SheetHead({ task, onClose }: { task: TaskSheetData; onClose: () => void }) {
  const { t, f } = useI18n();
  const phone = usePhone();
  const { debtor, amount } = task;
  const oldest = Math.max(0, ...task.invoices.map(({ daysOverdue }) => daysOverdue));
  return (
    <header className="sheet-head">
      {phone && (
        <Button variant="ghost" icon="back" onClick={onClose}>
          {t('inbox.back-to-list')}
        </Button>
      )}
      <div className="sheet-name">
        <h2>{debtor.name}</h2>
        {amount && <strong>{f.money(amount)}</strong>}
      </div>
      <div className="sheet-about">
        <span>
          {task.title} · {debtor.externalRef}
        </span>
        {oldest > 0 && <span className="inbox-late">{f.relativeDay(oldest)}</span>}
      </div>
      <ul className="sheet-people">
        {debtor.contacts.length === 0 && <li className="text-text-3">{t('inbox.no-contact')}</li>}
        {debtor.contacts.map((person) => (
          <li key={`${person.email} ${person.phone}`}>
            {person.name && <span className="font-medium">{person.name}</span>}
            {person.phone && (
              <a href={`tel:${person.phone.replaceAll(' ', '')}`} className="ui-button ui-button-default ui-button-sm">
                <Icon name="phone" size={14} />
                {person.phone}
              </a>
            )}
            {person.email && (
              <a href={`mailto:${person.email}`} className="sheet-email">
                {person.email}
              </a>
            )}
          </li>
        ))}
      </ul>
    </header>
  );
}
