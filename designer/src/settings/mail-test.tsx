import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n, type Translate } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button } from '../ui/index.ts';

type Test = Outputs['organisation']['mailTest'];

const ASK_EVERY = 1_000;
const LATE_AFTER = 60_000;

/** Sends the caller a test message by the saved server and says in words what became of it. */
export function MailTest() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [since, setSince] = useState(0);
  const send = useMutation(
    trpc.organisation.testMail.mutationOptions({
      onSuccess: () => setSince(Date.now()),
    }),
  );
  const id = send.data?.id ?? '';
  const told = useQuery(
    trpc.organisation.mailTest.queryOptions(
      { id },
      {
        enabled: id !== '',
        staleTime: 0,
        refetchInterval: ({ state }) => {
          if (state.data && state.data.status !== 'planned') {
            void queryClient.invalidateQueries({ queryKey: trpc.organisation.mailServer.queryKey() });
            return false;
          }
          return ASK_EVERY;
        },
      },
    ),
  );
  const test = told.data ?? send.data;
  const error = send.error ?? told.error;
  const late = test?.status === 'planned' && told.dataUpdatedAt - since > LATE_AFTER;
  return (
    <>
      <Button
        icon="mail"
        busy={send.isPending || (test?.status === 'planned' && !late)}
        onClick={() => send.mutate({})}
      >
        {t('organisation.test.act')}
      </Button>
      {error && <Banner tone="danger" title={problemText(error)} />}
      {test && !error && <Banner tone={toneOf(test)} title={late ? t('organisation.test.late') : says(test, t)} />}
    </>
  );
}

const toneOf = ({ status }: Test) => (status === 'planned' ? 'info' : status === 'sent' ? 'ok' : 'danger');

function says({ to, status, reason, detail }: Test, t: Translate): string {
  if (status === 'planned') return t('organisation.test.planned', { to });
  if (status === 'sent') return t('organisation.test.sent', { to });
  if (reason === 'refused') return t('organisation.test.refused', { detail: detail ?? '' });
  return t(`organisation.test.${reason ?? 'unknown'}`);
}
