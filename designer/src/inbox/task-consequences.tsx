import { say } from '@relance/workflows/messages';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useNow } from '../session/use-today.ts';
import { Consequences } from '../ui/index.ts';
import { completionOf } from './completion.ts';
import type { Draft } from './draft.ts';
import { headOf } from './next-heads.ts';
import { nextWordsOf } from './next-words.ts';
import type { Task } from './task.ts';
import type { Foreseen } from './use-foreseen.ts';

/** What the answer will lead to, worked out by the engine and read before the button is pressed. */
export function TaskConsequences({ task, draft, foreseen }: { task: Task; draft: Draft; foreseen: Foreseen }) {
  const { t, f, language } = useI18n();
  const problemText = useProblemText();
  const now = useNow();
  if ('kind' in completionOf(task, draft) || task.cases.length === 0) return null;
  const source = t('inbox.consequences.source');
  if (foreseen.error) return <Consequences source={source} state="failed" reason={problemText(foreseen.error)} />;
  if (!foreseen.data || foreseen.isPlaceholderData) return <Consequences source={source} state="computing" />;
  const { lines, cannot } = foreseen.data;
  if (cannot) return <Consequences source={source} state="failed" reason={say(cannot, language)} />;
  if (lines.length === 0) return <Consequences source={source} state="nothing" />;
  const numbers = new Map(task.invoices.map(({ id, number }) => [id, number]));
  const named = (invoiceIds: readonly string[]) =>
    invoiceIds.length < task.invoices.length ? ` (${invoiceIds.map((id) => numbers.get(id) ?? '').join(', ')})` : '';
  return (
    <Consequences
      source={source}
      state="lines"
      words={nextWordsOf(lines, { t, f, language, now }).map(({ invoiceIds, text }) =>
        t('inbox.next.whole', { head: headOf(task, draft, invoiceIds, { t, f }) + named(invoiceIds), text }),
      )}
      lines={lines.map(({ at, text, invoiceIds }, index) => ({
        id: String(index),
        when: at === null ? t('inbox.consequences.at-once') : `${f.day(at, 'weekday')} ${f.time(at)}`,
        what: say(text, language) + named(invoiceIds),
        now: at === null,
      }))}
    />
  );
}
