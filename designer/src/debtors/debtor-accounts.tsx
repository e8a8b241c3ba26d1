import { useI18n } from '../i18n/index.ts';
import { Card } from '../ui/index.ts';
import type { DebtorSheet } from './debtor.ts';

/** In which ledgers a debtor stands, and under which reference. */
export function DebtorAccounts({ it }: { it: DebtorSheet }) {
  const { t } = useI18n();
  return (
    <Card title={t('debtors.accounts')}>
      {it.accounts.length === 0 && <p className="side-none">{t('debtors.accounts-none')}</p>}
      <ul className="side-list">
        {it.accounts.map(({ entityId, entityName, ref }) => (
          <li key={`${entityId} ${ref}`}>
            <span>{entityName}</span>
            <span>{ref}</span>
          </li>
        ))}
      </ul>
      {it.accounts.length > 1 && <p className="side-none">{t('debtors.accounts-hint')}</p>}
    </Card>
  );
}
