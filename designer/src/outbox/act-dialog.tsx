import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useToday } from '../session/use-today.ts';
import { addDays, Banner, DateField, Dialog, Field, TextArea } from '../ui/index.ts';
import type { OutboxAct } from './outbox-act.ts';
import type { Decide } from './use-decide.ts';

type ActDialogProps = { act: OutboxAct; decide: Decide; onClose: () => void };

/** Says what an act does with which messages, asks what it needs, and does it. */
export function ActDialog({ act, decide, onClose }: ActDialogProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const { kind, what, amounts } = act;
  const words = reason.trim();
  const lack =
    kind === 'send'
      ? undefined
      : words === ''
        ? t('cases.act.needs-reason')
        : until !== null && until <= today
          ? t('cases.act.needs-date')
          : undefined;
  const run = () => {
    if (kind === 'send') decide.send(act);
    else if (kind === 'hold') decide.hold(act, words, until);
    else decide.drop(act, words);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`outbox.dialog.${kind}`, { what })}
      description={t(`outbox.dialog.${kind}-text`)}
      note={amounts.map((sum) => f.money(sum)).join(' · ')}
      act={{
        label: t(`outbox.act.${kind}`),
        danger: kind === 'drop',
        busy: decide.busy,
        disabledReason: lack,
        run,
      }}
    >
      {kind !== 'send' && (
        <>
          <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
            <TextArea value={reason} onChange={setReason} maxLength={500} data-autofocus />
          </Field>
          {kind === 'hold' && (
            <DateField
              label={t('outbox.until')}
              hint={t('outbox.until-hint')}
              today={today}
              min={addDays(today, 1)}
              value={until}
              onChange={setUntil}
            />
          )}
        </>
      )}
      {decide.error && <Banner tone="danger" title={problemText(decide.error)} />}
    </Dialog>
  );
}
