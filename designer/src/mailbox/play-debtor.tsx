import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, type Inputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Button, Menu, toast } from '../ui/index.ts';

type Act = Inputs['mailbox']['play']['act'];

const ACTS: readonly Act[] = ['pay', 'pay-half', 'promise', 'dispute', 'bounce', 'reply'];

/** Lets a newcomer do what the debtor would do about a message: the ledger and the cases answer as they would to it. */
export function PlayDebtor({ mailId }: { mailId: string }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const play = useMutation(
    trpc.mailbox.play.mutationOptions({
      onSuccess: ({ outcome }) => {
        toast(t(`mailbox.played.${outcome}`));
        return queryClient.invalidateQueries();
      },
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
  return (
    <Menu
      label={t('mailbox.play')}
      align="start"
      items={ACTS.map((act) => ({
        label: t(`mailbox.play.${act}`),
        onSelect: () => play.mutate({ id: mailId, act }),
      }))}
      trigger={
        <Button icon="user" busy={play.isPending}>
          {t('mailbox.play')}
        </Button>
      }
    />
  );
}
