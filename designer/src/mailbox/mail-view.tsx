import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { ErrorState, Icon, MessagePaper, Segmented, Skeleton, usePhone } from '../ui/index.ts';
import { MailReason } from './mail-reason.tsx';
import { PlayDebtor } from './play-debtor.tsx';

/** One message: to whom, about what, why; then its content. */
export function MailView({ id }: { id: string }) {
  const { t, f } = useI18n();
  const phone = usePhone();
  const [view, setView] = useState<'html' | 'text'>('html');
  const query = useQuery(trpc.mailbox.get.queryOptions({ id }));
  const mail = query.data;
  if (!mail && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!mail) return <Skeleton lines={6} />;
  return (
    <article className="mail">
      {phone && (
        <Link to="/mailbox" className="ui-button ui-button-ghost self-start">
          <Icon name="back" />
          {t('mailbox.back')}
        </Link>
      )}
      <dl className="mail-meta">
        <dt>{t('mailbox.to')}</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>{t('mailbox.subject')}</dt>
        <dd className="font-medium">{mail.subject}</dd>
        <dt>{t('mailbox.received')}</dt>
        <dd>{f.clock(mail.receivedAt)}</dd>
        <MailReason messageId={mail.messageId} />
      </dl>
      <div className="mail-acts">
        <Segmented
          label={t('mailbox.views')}
          value={view}
          onChange={setView}
          segments={[
            { value: 'html', label: t('mailbox.view.html') },
            { value: 'text', label: t('mailbox.view.text') },
          ]}
        />
        <PlayDebtor mailId={mail.id} />
      </div>
      <MessagePaper className="mail-paper" view={view} title={t('mailbox.content')} html={mail.html} text={mail.text} />
    </article>
  );
}
