import { minutesBetween } from '@relance/workflows/fields';
import { useState, type FormEvent } from 'react';
import type { Outputs } from '../api.ts';
import { parseTime } from '../fields/parse-time.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, Field, TextInput } from '../ui/index.ts';
import { CountField } from './count-field.tsx';
import { useSaveSettings } from './use-save-settings.ts';

type Settings = Outputs['organisation']['settings'];
type Count = number | null | undefined;

/** How often one debtor is written to, and at what times of day. */
export function PolicyForm({ settings }: { settings: Settings }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const save = useSaveSettings();
  const [most, setMost] = useState<Count>(settings.messagesPerWeek);
  const [mostConsumer, setMostConsumer] = useState<Count>(settings.messagesPerWeekConsumer);
  const [calls, setCalls] = useState<Count>(settings.callsPerDay);
  const [callsConsumer, setCallsConsumer] = useState<Count>(settings.callsPerDayConsumer);
  const [from, setFrom] = useState(settings.sendHours?.from ?? '');
  const [until, setUntil] = useState(settings.sendHours?.until ?? '');
  const hours = readHours(from, until);
  const unreadable = [most, mostConsumer, calls, callsConsumer].includes(undefined)
    ? t('organisation.number-invalid')
    : undefined;
  const lacking = hours === undefined ? t('contact-policy.hours-invalid') : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (most === undefined || mostConsumer === undefined || hours === undefined) return;
    if (calls === undefined || callsConsumer === undefined) return;
    save.mutate({
      messagesPerWeek: most,
      messagesPerWeekConsumer: mostConsumer,
      callsPerDay: calls,
      callsPerDayConsumer: callsConsumer,
      sendHours: hours,
    });
  }
  return (
    <form className="org-form" onSubmit={submit}>
      {save.error && <Banner tone="danger" title={problemText(save.error)} />}
      <div className="org-columns">
        <Field label={t('contact-policy.send-from')} hint={t('contact-policy.send-hours-hint')}>
          <TextInput inputMode="numeric" autoComplete="off" placeholder="09:00" value={from} onChange={setFrom} />
        </Field>
        <Field label={t('contact-policy.send-until')} error={lacking}>
          <TextInput inputMode="numeric" autoComplete="off" placeholder="17:00" value={until} onChange={setUntil} />
        </Field>
        <CountField
          label={t('contact-policy.most-messages')}
          hint={t('contact-policy.most-messages-hint')}
          unit={t('contact-policy.messages')}
          value={most}
          onChange={setMost}
        />
        <CountField
          label={t('contact-policy.most-messages-consumer')}
          hint={t('contact-policy.most-messages-consumer-hint')}
          unit={t('contact-policy.messages')}
          value={mostConsumer}
          onChange={setMostConsumer}
        />
        <CountField
          label={t('contact-policy.most-calls')}
          hint={t('contact-policy.most-calls-hint')}
          unit={t('contact-policy.calls')}
          value={calls}
          onChange={setCalls}
        />
        <CountField
          label={t('contact-policy.most-calls-consumer')}
          hint={t('contact-policy.most-calls-hint')}
          unit={t('contact-policy.calls')}
          value={callsConsumer}
          onChange={setCallsConsumer}
        />
      </div>
      <Button type="submit" variant="primary" busy={save.isPending} disabledReason={unreadable ?? lacking}>
        {t('common.save')}
      </Button>
    </form>
  );
}

/** Null: at any time; undefined: one of both lacks or is no time, or it is open for less than an hour. */
function readHours(from: string, until: string): Settings['sendHours'] | undefined {
  if (from.trim() === '' && until.trim() === '') return null;
  const [opens, closes] = [parseTime(from), parseTime(until)];
  if (opens === undefined || closes === undefined || minutesBetween(opens, closes) < 60) return undefined;
  return { from: opens, until: closes };
}
