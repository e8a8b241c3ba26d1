import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { templateName } from '../templates/template-name.ts';
import { Button, Chip, MessagePaper, Segmented, useShortcuts } from '../ui/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { MessageInvoices } from './message-invoices.tsx';
import type { OutboxAct } from './outbox-act.ts';
import type { PlannedMessage } from './outbox.ts';

type PlannedMessageCardProps = {
  message: PlannedMessage;
  busy: boolean;
  /** Why whoever reads it may not send it. */
  sendLack: string | undefined;
  /** Whether S, E, H and Delete act on it. */
  keys: boolean;
  onAct: (kind: OutboxAct['kind']) => void;
};

/** One message as it would leave now: to whom, about what, its text, and what can be done with it. */
export function PlannedMessageCard({ message, busy, sendLack, keys, onAct }: PlannedMessageCardProps) {
  const { t, language } = useI18n();
  const [view, setView] = useState<'html' | 'text'>('html');
  const [editing, setEditing] = useState(false);
  const send = () => sendLack === undefined && !busy && onAct('send');
  const page = { group: 'page' as const };
  useShortcuts(
    keys
      ? [
          { keys: 's', label: t('outbox.act.send'), run: send, ...page },
          { keys: 'e', label: t('outbox.act.edit'), run: () => setEditing(true), ...page },
          { keys: 'h', label: t('outbox.act.hold'), run: () => onAct('hold'), ...page },
          { keys: 'delete', label: t('outbox.act.drop'), run: () => onAct('drop'), ...page },
        ]
      : [],
  );
  const { from, to, replyTo, subject, text, html, template, tone, edited } = message;
  return (
    <article className="ob-message" aria-label={subject}>
      <dl className="ob-meta">
        <dt>{t('templates.preview.to')}</dt>
        <dd className="font-medium">{to.join(', ')}</dd>
        <dt>{t('templates.preview.from')}</dt>
        <dd>{from}</dd>
        {replyTo && (
          <>
            <dt>{t('templates.preview.reply-to')}</dt>
            <dd>{replyTo}</dd>
          </>
        )}
        <dt>{t('templates.preview.subject')}</dt>
        <dd className="font-medium">{subject}</dd>
        <dt>{t('outbox.model')}</dt>
        <dd>
          {templateName(template, language)} · {t(`editor.tone.${tone as 0 | 1 | 2 | 3 | 4}`)}
          {edited && <Chip tone="info">{t('outbox.edited')}</Chip>}
        </dd>
        <dt>{t('outbox.attachments')}</dt>
        <dd>{t('outbox.attachments-none')}</dd>
        <dt>{t('outbox.invoices')}</dt>
        <dd>
          <MessageInvoices invoices={message.invoices} />
        </dd>
      </dl>
      <div className="ob-acts">
        <Button
          variant="primary"
          icon="mail"
          busy={busy}
          disabledReason={sendLack}
          onClick={send}
          {...(keys && { keys: 's' })}
        >
          {t('outbox.act.send')}
        </Button>
        <Button icon="edit" onClick={() => setEditing(true)} {...(keys && { keys: 'e' })}>
          {t('outbox.act.edit')}
        </Button>
        <Button icon="pause" onClick={() => onAct('hold')} {...(keys && { keys: 'h' })}>
          {t('outbox.act.hold')}
        </Button>
        <Button icon="trash" onClick={() => onAct('drop')}>
          {t('outbox.act.drop')}
        </Button>
        <Segmented
          label={t('templates.preview.views')}
          value={view}
          onChange={setView}
          segments={[
            { value: 'html', label: t('templates.preview.html') },
            { value: 'text', label: t('templates.preview.text') },
          ]}
        />
      </div>
      <MessagePaper className="ob-paper" view={view} title={t('outbox.content')} html={html} text={text} />
      {editing && <EditDialog message={message} onClose={() => setEditing(false)} />}
    </article>
  );
}
