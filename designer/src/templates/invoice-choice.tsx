import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Popover, SearchInput } from '../ui/index.ts';

const MOST = 20;

/** Chooses the real invoice that a preview is shown on. */
export function InvoiceChoice({ onChoose }: { onChoose: (invoiceId: string) => void }) {
  const { t, f } = useI18n();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const query = useQuery({
    ...trpc.invoices.list.queryOptions({ status: 'open', limit: MOST, ...(search !== '' && { search }) }),
    enabled: open,
  });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('templates.preview.choose')}
      trigger={<Button size="sm">{t('templates.preview.choose')}</Button>}
    >
      <div className="tp-choice">
        <SearchInput label={t('templates.preview.search')} value={search} onChange={setSearch} />
        {query.data?.items.length === 0 && <p className="side-none">{t('templates.preview.found-none')}</p>}
        <ul>
          {query.data?.items.map(({ id, number, debtor, balance }) => (
            <li key={id}>
              <button
                type="button"
                className="tp-choice-row"
                onClick={() => {
                  setOpen(false);
                  onChoose(id);
                }}
              >
                <span className="font-medium">{number}</span>
                <span>{debtor.name}</span>
                <span>{f.money(balance)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
