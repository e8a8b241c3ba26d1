import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Banner, Field, TextArea } from '../ui/index.ts';
import type { Completion } from './completion.ts';
import type { Task } from './task.ts';
import { useRested } from './use-rested.ts';

type RecapPanelProps = {
  task: Task;
  completion: Completion | null;
  summary: string;
  onSummary: (text: string) => void;
};

/** The e-mail that leaves with the outcome: what was agreed, in the person's words, and the whole text as it will read. */
export function RecapPanel({ task, completion, summary, onSummary }: RecapPanelProps) {
  const { t } = useI18n();
  const asked = useRested(JSON.stringify(completion));
  const input = JSON.parse(asked) as Completion | null;
  const query = useQuery(
    trpc.tasks.recap.queryOptions(
      { id: task.id, outcome: '', values: {}, ...input },
      { enabled: input !== null && task.kind === 'call', placeholderData: keepPreviousData },
    ),
  );
  const messages = completion === null ? [] : (query.data?.messages ?? []);
  if (messages.length === 0) return null;
  return (
    <section>
      <h3>{t('inbox.recap')}</h3>
      <Field label={t('inbox.recap-summary')} hint={t('inbox.recap-summary-hint')}>
        <TextArea value={summary} onChange={onSummary} maxLength={500} />
      </Field>
      {messages.map(({ template, to, subject, text, invoiceIds, toConfirm, missing }) =>
        missing.length > 0 ? (
          <Banner key={invoiceIds.join(' ')} tone="warn" title={t('inbox.recap-missing')} />
        ) : (
          <details key={invoiceIds.join(' ')} className="sheet-recap">
            <summary>
              <span className="font-medium">{subject}</span>
              <small>
                {[to.join(', '), t(toConfirm ? 'inbox.recap-to-confirm' : 'inbox.recap-leaves')].join(' · ')}
              </small>
            </summary>
            <pre data-template={template}>{text}</pre>
          </details>
        ),
      )}
    </section>
  );
}
