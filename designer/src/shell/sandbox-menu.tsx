import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { ConfirmDialog, IconButton, Menu, toast } from '../ui/index.ts';

/** What can be set in the demo: who works beside the person, and its first day again. Absent in other sandboxes. */
export function SandboxMenu() {
  const { t } = useI18n();
  const { role } = useSession();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const demo = useQuery(trpc.sandbox.demo.queryOptions()).data;
  const onError = (error: unknown) => toast(problemText(error), { tone: 'danger' });
  const setColleague = useMutation(
    trpc.sandbox.setColleague.mutationOptions({
      onSuccess: (fresh) => queryClient.setQueryData(trpc.sandbox.demo.queryKey(), fresh),
      onError,
    }),
  );
  const startAgain = useMutation(
    trpc.sandbox.startAgain.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        await navigate({ to: '/' });
        // everything on screen was the old life's
        await queryClient.resetQueries();
        toast(t('shell.demo.started'));
      },
      onError,
    }),
  );
  if (!demo?.colleague) return null;
  const { name, takesAll } = demo.colleague;
  return (
    <>
      <Menu
        label={t('shell.demo.menu')}
        trigger={<IconButton icon="more" size="sm" label={t('shell.demo.menu')} />}
        items={[
          {
            label: t('shell.demo.takes-all', { name }),
            icon: 'users',
            checked: takesAll,
            onSelect: () => setColleague.mutate({ takesAll: !takesAll }),
          },
          'separator',
          {
            label: t('shell.demo.again'),
            icon: 'undo',
            disabledReason: role === 'manager' ? undefined : t('shell.demo.again-manager'),
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('shell.demo.again-title')}
        description={t('shell.demo.again-text')}
        act={t('shell.demo.again')}
        danger
        busy={startAgain.isPending}
        onConfirm={() => startAgain.mutate()}
      />
    </>
  );
}
