import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Card } from '../ui/index.ts';
import { MessageDialog } from './message-dialog.tsx';

/** The messages that have left for a debtor, newest first. */
export function DebtorMessages({ debtorId }: { debtorId: string }) {
  const { t, f } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const messages = useQuery(trpc.messages.list.queryOptions({ debtorId, limit: 10 })).data?.items;
  const left = messages?.filter(({ handedOverAt }) => handedOverAt !== null);
  return (
    <Card title={t('cases.side.messages')}>
      {left?.length === 0 && <p className="side-none">{t('cases.side.messages-none')}</p>}
      <ul className="side-list">
        {left?.map((message) => (
          <li key={message.id}>
            <button type="button" className="side-link" onClick={() => setOpen(message.id)}>
              {message.subject}
            </button>
            <span>{message.handedOverAt && f.day(message.handedOverAt)}</span>
          </li>
        ))}
      </ul>
      {open && <MessageDialog id={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
