import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { StartSendingDialog } from '../organisation/start-sending-dialog.tsx';
import { useSending } from '../organisation/use-sending.ts';
import { useSession } from '../session/use-session.ts';
import { Dot } from '../ui/chip.tsx';
import { cx, IconButton } from '../ui/index.ts';

const MAY_STOP = ['manager', 'admin', 'collector'];
const MAY_START = ['manager', 'admin'];

/** On every page: whether this is a demo or real, whether messages leave, and the button that stops them. */
export function OrganisationState() {
  const { t } = useI18n();
  const { organisation, role } = useSession();
  const [starting, setStarting] = useState(false);
  const sending = useSending();
  const { sandbox, sending: on } = organisation;
  const words = t(`organisation.state.${sandbox ? 'sandbox' : 'real'}-${on ? 'on' : 'off'}`);
  const short = sandbox && on ? t('organisation.state.sandbox') : t(`organisation.state.${on ? 'on' : 'off'}`);
  return (
    <section
      className={cx('shell-state', !sandbox && 'is-real', !on && 'is-off')}
      aria-label={t('organisation.state.label')}
    >
      <span className="shell-state-words" title={sandbox ? t('organisation.state.sandbox-why') : words}>
        <Dot tone={on ? (sandbox ? 'info' : 'ok') : 'warn'} />
        <span className="shell-state-long">{words}</span>
        <span className="shell-state-short" aria-hidden="true">
          {short}
        </span>
      </span>
      {on && MAY_STOP.includes(role) && (
        <IconButton
          icon="stop"
          size="sm"
          label={t('organisation.state.stop')}
          aria-busy={sending.busy || undefined}
          onClick={() => !sending.busy && sending.stop()}
        />
      )}
      {!on && MAY_START.includes(role) && (
        <IconButton icon="play" size="sm" label={t('organisation.state.start')} onClick={() => setStarting(true)} />
      )}
      {starting && <StartSendingDialog onClose={() => setStarting(false)} />}
    </section>
  );
}
