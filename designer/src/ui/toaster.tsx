import './toaster.css';
import { Toast as Radix } from 'radix-ui';
import { useI18n } from '../i18n/index.ts';
import { Button } from './button.tsx';
import type { Tone } from './chip.tsx';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { dismissToast, useToasts } from './toast.ts';

const icons: Record<Tone, IconName> = { ok: 'check', warn: 'warn', danger: 'warn', info: 'info', mute: 'info' };

/** Where toasts appear; once, around the application. */
export function Toaster() {
  const { t } = useI18n();
  const messages = useToasts((state) => state.messages);
  return (
    <Radix.Provider swipeDirection="down" label={t('shell.product')}>
      {messages.map(({ id, text, tone, act }) => (
        <Radix.Root
          key={id}
          className={`ui-toast ui-toast-${tone}`}
          duration={act ? 9000 : 5000}
          onOpenChange={(open) => !open && dismissToast(id)}
        >
          <Icon name={icons[tone]} />
          <Radix.Description>{text}</Radix.Description>
          {act && (
            <Radix.Action asChild altText={act.label}>
              <Button size="sm" onClick={act.run}>
                {act.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton icon="close" size="xs" label={t('common.dismiss-message')} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="ui-toaster" />
    </Radix.Provider>
  );
}
