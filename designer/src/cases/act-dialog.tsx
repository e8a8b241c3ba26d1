import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n, type Translate } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useToday } from '../session/use-today.ts';
import { addDays, Banner, Checkbox, DateField, Dialog, Field, Select, TextArea, toast } from '../ui/index.ts';

export type Act =
  { type: 'hold' | 'resume' | 'move' | 'cancel' | 'retry' } | { type: 'skip'; nodeId: string; step: string };

type ActDialogProps = {
  act: Act;
  caseId: string;
  steps: readonly { id: string; name: string }[];
  onClose: () => void;
};

type Answer = { reason: string; until: string | null; nodeId: string | null; mayReenter: boolean };
const NOTHING: Answer = { reason: '', until: null, nodeId: null, mayReenter: false };

/** Says what an act does, asks what it needs, and does it. What was typed stays when it is refused. */
export function ActDialog({ act, caseId, steps, onClose }: ActDialogProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [{ reason, until, nodeId, mayReenter }, setAnswer] = useState<Answer>(NOTHING);
  const give = (change: Partial<Answer>) => setAnswer((before) => ({ ...before, ...change }));
  const today = useToday();
  const command = useMutation(
    trpc.enrolments.command.mutationOptions({
      onSuccess: async () => {
        toast(t('cases.act.done'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.enrolments.pathKey() });
      },
    }),
  );
  const run = () => {
    const common = { id: caseId, reason: reason.trim() };
    switch (act.type) {
      case 'hold':
        return until && command.mutate({ ...common, type: 'hold', until });
      case 'move':
        return nodeId && command.mutate({ ...common, type: 'move', nodeId });
      case 'skip':
        return command.mutate({ ...common, type: 'skip', nodeId: act.nodeId });
      case 'cancel':
        return command.mutate({ ...common, type: 'cancel', ...(mayReenter && { mayReenter }) });
      default:
        return command.mutate({ ...common, type: act.type });
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={act.type === 'skip' ? t('cases.dialog.skip', { step: act.step }) : t(`cases.dialog.${act.type}`)}
      description={t(`cases.dialog.${act.type}-text`)}
      act={{
        label: t(act.type === 'move' ? 'cases.dialog.move' : `cases.act.${act.type}`),
        danger: act.type === 'cancel',
        busy: command.isPending,
        disabledReason: lacking(act, { reason, until, nodeId, mayReenter }, today, t),
        run,
      }}
    >
      {act.type === 'hold' && (
        <DateField
          label={t('cases.act.until')}
          today={today}
          min={addDays(today, 1)}
          value={until}
          onChange={(date) => give({ until: date })}
          focusFirst
        />
      )}
      {act.type === 'move' && (
        <Field label={t('cases.act.step')}>
          <Select
            value={nodeId}
            onChange={(value) => give({ nodeId: value })}
            options={steps.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={(text) => give({ reason: text })} maxLength={500} />
      </Field>
      {act.type === 'cancel' && (
        <Checkbox checked={mayReenter} onChange={(on) => give({ mayReenter: on })}>
          {t('assignment.may-reenter')}
        </Checkbox>
      )}
      {command.error && <Banner tone="danger" title={problemText(command.error)} />}
    </Dialog>
  );
}

function lacking(act: Act, { reason, until, nodeId }: Answer, today: string, t: Translate): string | undefined {
  if (act.type === 'hold' && (until === null || until <= today)) return t('cases.act.needs-date');
  if (act.type === 'move' && nodeId === null) return t('cases.act.needs-step');
  return reason.trim() === '' ? t('cases.act.needs-reason') : undefined;
}
