import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { StartSendingDialog } from '../organisation/start-sending-dialog.tsx';
import { useSending } from '../organisation/use-sending.ts';
import { useSession } from '../session/use-session.ts';
import { Banner, Switch } from '../ui/index.ts';
import { MailServerForm } from './mail-server-form.tsx';
import { QueryCard } from './query-card.tsx';
import { SettingsFrame } from './settings-frame.tsx';

/** Whether messages leave, and by which server. */
export function SendingPage() {
  const { t } = useI18n();
  const { organisation } = useSession();
  const [starting, setStarting] = useState(false);
  const { stop } = useSending();
  const sending = useQuery(trpc.organisation.sending.queryOptions());
  const server = useQuery(trpc.organisation.mailServer.queryOptions());
  return (
    <SettingsFrame>
      <QueryCard title={t('organisation.sending.title')} query={sending}>
        {({ on, heldBack, wayOut }) => (
          <div className="org-form">
            <Switch checked={on} onChange={(next) => (next ? setStarting(true) : stop())}>
              {t(`organisation.state.${organisation.sandbox ? 'sandbox' : 'real'}-${on ? 'on' : 'off'}`)}
            </Switch>
            <p className="text-text-2">{t(on ? 'organisation.sending.on-text' : 'organisation.sending.off-text')}</p>
            {!organisation.sandbox && wayOut === 'mailbox' && (
              <Banner tone="warn" title={t('organisation.start.catcher')} />
            )}
            {heldBack.messages > 0 && (
              <p>
                {t('organisation.sending.waiting', {
                  count: heldBack.messages,
                  debtors: t('common.debtors', { count: heldBack.debtors }),
                })}
              </p>
            )}
          </div>
        )}
      </QueryCard>
      <QueryCard title={t('organisation.server.title')} query={server}>
        {(data) => <MailServerForm key={data.server === null ? 'none' : 'set'} server={data.server} />}
      </QueryCard>
      {starting && <StartSendingDialog onClose={() => setStarting(false)} />}
    </SettingsFrame>
  );
}
