import './replies.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Chip, toast } from '../ui/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Says that a debtor's messages wait for its answer to be read, and lets whoever has read it go on. */
export function QuietChip({ debtorId }: { debtorId: string }) {
  const { t, f } = useI18n();
  const queryClient = useQueryClient();
  const [reading, setReading] = useState(false);
  const until = useQuery(trpc.replies.list.queryOptions({ debtorId, limit: 5 })).data?.quietUntil;
  const end = useMutation(
    trpc.replies.endQuiet.mutationOptions({
      onSuccess: async () => {
        toast(t('replies.read-done'));
        setReading(false);
        await Promise.all(
          [trpc.replies, trpc.debtors, trpc.enrolments, trpc.tasks].map((group) =>
            queryClient.invalidateQueries({ queryKey: group.pathKey() }),
          ),
        );
      },
    }),
  );
  if (!until) return null;
  return (
    <span className="quiet">
      <Chip tone="warn" icon="pause">
        {t('replies.quiet', { date: f.instant(until) })}
      </Chip>
      <Button size="sm" icon="check" onClick={() => setReading(true)}>
        {t('replies.read')}
      </Button>
      {reading && (
        <ReasonDialog
          title={t('replies.read')}
          text={t('replies.read-text')}
          act={t('replies.read')}
          label={t('replies.reason')}
          needed={t('replies.needs-reason')}
          busy={end.isPending}
          error={end.error}
          run={(reason) => end.mutate({ debtorId, reason })}
          onClose={() => setReading(false)}
        />
      )}
    </span>
  );
}
