import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, Segmented, TextArea, toast } from '../ui/index.ts';

type LogReplyDialogProps = {
  debtorId: string;
  /** The message that it answers, where that is known. */
  answers?: { id: string; subject: string } | undefined;
  onClose: () => void;
};

/** Keeps what a debtor answered and says until when it is left alone. */
export function LogReplyDialog({ debtorId, answers, onClose }: LogReplyDialogProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<'reply' | 'absence'>('reply');
  const [text, setText] = useState('');
  const create = useMutation(
    trpc.replies.create.mutationOptions({
      onSuccess: async ({ quietUntil }) => {
        toast(quietUntil === null ? t('replies.logged-absence') : t('replies.logged', { date: f.instant(quietUntil) }));
        onClose();
        await Promise.all(
          [trpc.replies, trpc.debtors, trpc.enrolments, trpc.tasks].map((group) =>
            queryClient.invalidateQueries({ queryKey: group.pathKey() }),
          ),
        );
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('replies.log')}
      description={t(kind === 'reply' ? 'replies.log-text' : 'replies.log-absence-text')}
      note={answers && t('replies.answers', { subject: answers.subject })}
      act={{
        label: t('replies.log'),
        busy: create.isPending,
        disabledReason: text.trim() === '' ? t('replies.needs-text') : undefined,
        run: () => create.mutate({ debtorId, kind, text: text.trim(), ...(answers && { messageId: answers.id }) }),
      }}
    >
      <Segmented
        label={t('replies.kind')}
        value={kind}
        onChange={setKind}
        segments={[
          { value: 'reply', label: t('replies.kind.reply') },
          { value: 'absence', label: t('replies.kind.absence') },
        ]}
      />
      <Field label={t('replies.text')}>
        <TextArea value={text} onChange={setText} maxLength={10_000} rows={6} data-autofocus />
      </Field>
      {create.error && <Banner tone="danger" title={problemText(create.error)} />}
    </Dialog>
  );
}
