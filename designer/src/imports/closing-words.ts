import { useI18n, type Money } from '../i18n/index.ts';
import type { ImportClosing } from './import-fields.ts';

/** What a list of open items closes, in sentences. */
export function useClosingWords() {
  const { t, f } = useI18n();
  const sums = (amounts: readonly Money[]): string => f.list(amounts.map((each) => f.money(each)));
  return {
    sums,
    /** How many invoices it settles and how much of what is open that is. */
    settles: ({ invoices, openInvoices, balances }: ImportClosing): string =>
      t('open-items.closing.settles', {
        count: invoices,
        open: f.count(openInvoices),
        sum: sums(balances.map(({ closing }) => closing)),
        all: sums(balances.map(({ open }) => open)),
      }),
    doubt: ({ code, detail }: ImportClosing['doubts'][number]): string => {
      if (code === 'older-than-last') return t('open-items.doubt.older-than-last', { date: f.date(detail) });
      if (code === 'other-entity') return t('open-items.doubt.other-entity', { entity: detail });
      const [some = '', all = ''] = detail.split('/');
      return t('open-items.doubt.totals-differ', { some, all });
    },
  };
}
