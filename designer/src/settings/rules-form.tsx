import { useState, type FormEvent } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, MoneyField } from '../ui/index.ts';
import { CountField } from './count-field.tsx';
import { useSaveSettings } from './use-save-settings.ts';

type Settings = Outputs['organisation']['settings'];
type Count = number | null | undefined;

/** What keeps messages back, and what counts as paid. */
export function RulesForm({ settings }: { settings: Settings }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const save = useSaveSettings();
  const [tolerance, setTolerance] = useState<string | null>(settings.tolerance.amount);
  const [abroad, setAbroad] = useState<string | null>(settings.toleranceAbroad.amount);
  const [replyHold, setReplyHold] = useState<Count>(settings.replyHoldDays);
  const [stale, setStale] = useState<Count>(settings.staleAfterHours);
  const [batch, setBatch] = useState<Count>(settings.batchFactor);
  const { currency } = settings;
  const unreadable = [replyHold, stale, batch].includes(undefined) ? t('organisation.number-invalid') : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (replyHold === undefined || stale === undefined || batch === undefined) return;
    save.mutate({
      ...(tolerance !== null && { tolerance: { amount: tolerance, currency } }),
      ...(abroad !== null && { toleranceAbroad: { amount: abroad, currency } }),
      ...(replyHold !== null && { replyHoldDays: replyHold }),
      staleAfterHours: stale,
      batchFactor: batch,
    });
  }
  return (
    <form className="org-form" onSubmit={submit}>
      {save.error && <Banner tone="danger" title={problemText(save.error)} />}
      <div className="org-columns">
        <MoneyField
          label={t('organisation.tolerance')}
          hint={t('organisation.tolerance-hint')}
          value={tolerance}
          currency={currency}
          onChange={setTolerance}
        />
        <MoneyField
          label={t('organisation.tolerance-abroad')}
          hint={t('organisation.tolerance-abroad-hint')}
          value={abroad}
          currency={currency}
          onChange={setAbroad}
        />
        <CountField
          label={t('organisation.reply-hold')}
          hint={t('organisation.reply-hold-hint')}
          unit={t('organisation.business-days')}
          value={replyHold}
          onChange={setReplyHold}
        />
        <CountField
          label={t('organisation.stale')}
          hint={t('organisation.stale-hint')}
          unit={t('organisation.hours')}
          value={stale}
          onChange={setStale}
        />
        <CountField
          label={t('organisation.batch')}
          hint={t('organisation.batch-hint')}
          unit={t('organisation.times')}
          value={batch}
          onChange={setBatch}
        />
      </div>
      <Button type="submit" variant="primary" busy={save.isPending} disabledReason={unreadable}>
        {t('common.save')}
      </Button>
    </form>
  );
}
