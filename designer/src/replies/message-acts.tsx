import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { ForTeam } from '../session/for-team.tsx';
import { Button, Chip, toast } from '../ui/index.ts';
import { LogReplyButton } from './log-reply-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import './replies.css';

type Message = Outputs['messages']['get'];
const LEFT: readonly Message['status'][] = ['handed-over', 'delivered', 'unknown'];

/** What may have come of a message that left: an answer, or the message itself. */
export function MessageActs({ message: { id, debtorId, subject, status } }: { message: Message }) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const bounce = useMutation(
    trpc.messages.bounce.mutationOptions({
      onSuccess: async () => {
        toast(t('replies.bounce-done'));
        setAsking(false);
        await Promise.all(
          [trpc.messages, trpc.debtors, trpc.enrolments, trpc.tasks].map((group) =>
            queryClient.invalidateQueries({ queryKey: group.pathKey() }),
          ),
        );
      },
    }),
  );
  if (status === 'bounced') {
    return (
      <p className="message-acts">
        <Chip tone="danger" icon="bounce">
          {t('replies.bounced')}
        </Chip>
      </p>
    );
  }
  if (!LEFT.includes(status)) return null;
  return (
    <ForTeam>
      <div className="message-acts">
        <LogReplyButton debtorId={debtorId} answers={{ id, subject }} />
        <Button icon="bounce" onClick={() => setAsking(true)}>
          {t('replies.bounce')}
        </Button>
        {asking && (
          <ReasonDialog
            title={t('replies.bounce')}
            text={t('replies.bounce-text')}
            act={t('replies.bounce')}
            label={t('replies.bounce-reason')}
            needed={t('replies.bounce-needs-reason')}
            busy={bounce.isPending}
            error={bounce.error}
            danger
            run={(reason) => bounce.mutate({ id, reason })}
            onClose={() => setAsking(false)}
          />
        )}
      </div>
    </ForTeam>
  );
}
