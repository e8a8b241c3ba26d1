import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { say } from '@relance/workflows/messages';
import { useEffect, useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Consequences } from '../ui/index.ts';
import { completionOf } from './completion.ts';
import type { Draft } from './draft.ts';
import type { Task } from './task.ts';

const restMs = 250;

/** What the answer will lead to, worked out by the engine and read before the button is pressed. */
export function TaskConsequences({ task, draft }: { task: Task; draft: Draft }) {
  const { t, f, language } = useI18n();
  const problemText = useProblemText();
  const completion = completionOf(task, draft);
  const complete = 'kind' in completion ? null : completion;
  const asked = useRested(JSON.stringify(complete));
  const input = JSON.parse(asked) as typeof complete;
  const query = useQuery(
    trpc.tasks.preview.queryOptions(
      { id: task.id, outcome: '', values: {}, ...input },
      { enabled: input !== null && task.cases.length > 0, placeholderData: keepPreviousData },
    ),
  );
  if (complete === null || task.cases.length === 0) return null;
  const source = t('inbox.consequences.source');
  if (query.error) return <Consequences source={source} state="failed" reason={problemText(query.error)} />;
  if (!query.data || query.isPlaceholderData) return <Consequences source={source} state="computing" />;
  const { lines, cannot } = query.data;
  if (cannot) return <Consequences source={source} state="failed" reason={say(cannot, language)} />;
  if (lines.length === 0) return <Consequences source={source} state="nothing" />;
  const several = task.invoices.length > 1;
  const numbers = new Map(task.invoices.map(({ id, number }) => [id, number]));
  return (
    <Consequences
      source={source}
      state="lines"
      lines={lines.map(({ at, text, invoiceIds }, index) => ({
        id: String(index),
        when: at === null ? t('inbox.consequences.at-once') : `${f.day(at, 'weekday')} ${f.time(at)}`,
        what: `${say(text, language)}${
          several && invoiceIds.length < task.invoices.length
            ? ` (${invoiceIds.map((id) => numbers.get(id) ?? '').join(', ')})`
            : ''
        }`,
        now: at === null,
      }))}
    />
  );
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
