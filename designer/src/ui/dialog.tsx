import './dialog.css';
import { Dialog as Radix } from 'radix-ui';
import type { FormEvent, ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { useShortcuts } from './shortcuts.ts';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** What the dialog does, named on its button; without it the dialog only shows. */
  act?: { label: string; danger?: boolean; busy?: boolean; disabledReason?: string | undefined; run: () => void };
  /** Left of the buttons. */
  note?: ReactNode;
  children?: ReactNode;
};

/** Asks or shows something over the page. `Ctrl ↵` submits, `Esc` closes. */
export function Dialog({ open, onOpenChange, title, description, size = 'sm', act, note, children }: DialogProps) {
  const { t } = useI18n();
  function run() {
    if (act && !act.busy && !act.disabledReason) act.run();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    // A dialog inside the form of a page, by React's tree, must not send that form too.
    event.stopPropagation();
    run();
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="ui-dialog-overlay" />
        <Radix.Content
          className={`ui-dialog ui-dialog-${size}`}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusMarked}
        >
          {act && <SubmitKey label={act.label} run={run} />}
          <form onSubmit={submit}>
            <header>
              <Radix.Title tabIndex={-1}>{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton icon="close" size="sm" label={t('common.close')} />
              </Radix.Close>
            </header>
            <div className="ui-dialog-body">
              {description && <Radix.Description>{description}</Radix.Description>}
              {children}
            </div>
            {act && (
              <footer>
                <span className="ui-dialog-note">{note}</span>
                <Radix.Close asChild>
                  <Button>{t('common.cancel')}</Button>
                </Radix.Close>
                <Button
                  type="submit"
                  variant={act.danger ? 'danger' : 'primary'}
                  busy={act.busy ?? false}
                  disabledReason={act.disabledReason}
                  data-autofocus={children ? undefined : true}
                >
                  {act.label}
                </Button>
              </footer>
            )}
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SubmitKey({ label, run }: { label: string; run: () => void }) {
  useShortcuts([{ keys: 'mod+enter', label, group: 'page', run, inDialog: true, whileTyping: true }]);
  return null;
}

// The control marked by its owner gets the focus; else Radix takes the first, which is the close button.
function focusMarked(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  const target = content.querySelector<HTMLElement>(
    '[data-autofocus], .ui-dialog-body :is(input, textarea, button), form > header h2',
  );
  if (!target) return;
  event.preventDefault();
  target.focus();
}
