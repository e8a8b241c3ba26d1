import '../debtors/ledger.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Card, Segmented } from '../ui/index.ts';
import type { Gathered, Preview } from './rule.ts';

const KINDS = ['uncovered', 'excluded', 'disputed', 'ended'] as const;
type Kind = (typeof KINDS)[number];

/** Open invoices that the rules put nowhere, by the reason, the largest first. */
export function LeftOut({ preview }: { preview: Preview | undefined }) {
  const { t, f } = useI18n();
  const [kind, setKind] = useState<Kind>('uncovered');
  if (preview === undefined) return null;
  const { invoices, amounts, items } = preview[kind];
  return (
    <Card
      flush
      title={t('assignment.left-out')}
      aside={
        <Segmented
          label={t('assignment.left-out')}
          value={kind}
          onChange={setKind}
          segments={KINDS.map((value) => ({
            value,
            label: t(`assignment.left.${value}`),
            count: preview[value].invoices,
          }))}
        />
      }
    >
      <p className="as-left-text">
        {t(`assignment.left.${kind}-text`)}
        {amounts.length > 0 && <strong> {amounts.map(f.money).join(' · ')}</strong>}
      </p>
      {items.length > 0 && <LeftTable items={items} />}
      {invoices > items.length && (
        <p className="as-left-text">
          {t('assignment.left-more', { count: invoices - items.length })}{' '}
          <Link to="/invoices">{t('assignment.all')}</Link>
        </p>
      )}
    </Card>
  );
}

function LeftTable({ items }: { items: Gathered['items'] }) {
  const { t, f } = useI18n();
  const withReason = items.some(({ reason }) => reason !== null);
  return (
    <table className="ledger-table">
      <thead>
        <tr>
          <th scope="col">{t('assignment.column.invoice')}</th>
          <th scope="col">{t('assignment.column.debtor')}</th>
          <th scope="col" className="is-extra">
            {t('assignment.column.due')}
          </th>
          {withReason && (
            <th scope="col" className="is-extra">
              {t('assignment.column.reason')}
            </th>
          )}
          <th scope="col" className="is-amount">
            {t('assignment.column.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <Link to="/invoices/$id" params={{ id: item.id }}>
                {item.number}
              </Link>
            </td>
            <td>
              <Link to="/debtors/$id" params={{ id: item.debtorId }}>
                {item.debtorName}
              </Link>
            </td>
            <td className="is-extra">{f.date(item.dueDate)}</td>
            {withReason && <td className="is-extra">{item.reason}</td>}
            <td className="is-amount">{f.money(item.balance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
