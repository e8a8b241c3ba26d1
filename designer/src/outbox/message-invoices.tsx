import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import type { PlannedMessage } from './outbox.ts';

const FIRST = 3;

/** The invoices that the message demands or names, with their documents where the ledger knows them. */
export function MessageInvoices({ invoices }: { invoices: PlannedMessage['invoices'] }) {
  const { t, f } = useI18n();
  const [open, setOpen] = useState(false);
  const shown = open ? invoices : invoices.slice(0, FIRST);
  return (
    <ul className="ob-invoices">
      {shown.map(({ id, number, dueDate, balance, demanded, url }) => (
        <li key={id}>
          <Link to="/invoices/$id" params={{ id }} className="font-medium">
            {number}
          </Link>{' '}
          {t('outbox.invoice-due', { date: f.date(dueDate), amount: f.money(balance) })}
          {!demanded && <span className="text-text-3"> · {t('outbox.for-information')}</span>}
          {url && (
            <>
              {' · '}
              <a href={url} target="_blank" rel="noreferrer">
                {t('outbox.document')}
              </a>
            </>
          )}
        </li>
      ))}
      {invoices.length > shown.length && (
        <li>
          <button type="button" className="fd-link" onClick={() => setOpen(true)}>
            {t('outbox.more-invoices', { count: invoices.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
