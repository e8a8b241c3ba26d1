import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, SearchInput } from '../ui/index.ts';

type Chosen = { id: string; name: string };
type DebtorPickerProps = { chosen: Chosen | null; onChoose: (debtor: Chosen | null) => void };

/** Finds one debtor by name, reference or address; the chosen one can be changed. */
export function DebtorPicker({ chosen, onChoose }: DebtorPickerProps) {
  const { t } = useI18n();
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...trpc.debtors.list.queryOptions({ search: search.trim() || ' ', limit: 8 }),
    enabled: chosen === null && search.trim() !== '',
  }).data?.items;
  if (chosen) {
    return (
      <p className="payment-payer">
        <strong>{chosen.name}</strong>
        <Button size="sm" variant="ghost" icon="edit" onClick={() => onChoose(null)}>
          {t('payments.other-debtor')}
        </Button>
      </p>
    );
  }
  return (
    <div className="payment-picker">
      <SearchInput label={t('payments.find-debtor')} value={search} onChange={setSearch} />
      <ul className="side-list" aria-label={t('payments.find-debtor')}>
        {search.trim() !== '' &&
          found?.map((it) => (
            <li key={it.id}>
              <button type="button" className="side-link" onClick={() => onChoose({ id: it.id, name: it.name })}>
                {it.name}
              </button>
              <span>{it.externalRef}</span>
            </li>
          ))}
      </ul>
      {search.trim() !== '' && found?.length === 0 && <p className="side-none">{t('debtors.empty-filtered')}</p>}
    </div>
  );
}
