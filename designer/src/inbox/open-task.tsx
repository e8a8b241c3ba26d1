import { useI18n } from '../i18n/index.ts';
import { OutcomeButtons } from '../ui/index.ts';
import { ChangesBanner } from './changes-banner.tsx';
import { completionOf, defaultsOf } from './completion.ts';
import { changeDraft, toggleOwn, useDraft } from './draft.ts';
import { EndingFields } from './ending-fields.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { Objections } from './objections.tsx';
import { OwnEndings } from './own-endings.tsx';
import { RecapPanel } from './recap-panel.tsx';
import { ScriptChecklist } from './script-checklist.tsx';
import { SheetActions } from './sheet-actions.tsx';
import { SheetHistory } from './sheet-history.tsx';
import type { TaskSheetData } from './task.ts';
import { TaskConsequences } from './task-consequences.tsx';
import { useCallWords } from './use-call-words.ts';
import { useForeseen } from './use-foreseen.ts';
import { useTaskActs } from './use-task-acts.ts';

type OpenTaskProps = {
  task: TaskSheetData;
  seen: TaskSheetData;
  onSeen: () => void;
  onNext: () => void;
  reread: () => void;
};

/** A task that can be ended: the form, what it will lead to, and the acts that are always in reach. */
export function OpenTask({ task, seen, onSeen, onNext, reread }: OpenTaskProps) {
  const { t } = useI18n();
  const draft = useDraft(task.id);
  const acts = useTaskActs(task, draft, { onNext, reread });
  const change = (next: Parameters<typeof changeDraft>[1]) => changeDraft(task.id, next);
  const answer = completionOf(task, draft);
  const completion = 'kind' in answer ? null : answer;
  const foreseen = useForeseen(task, completion);
  const callWords = useCallWords(draft, foreseen);
  const outcome = task.outcomes.find(({ id }) => id === draft.outcome);
  const together = task.invoices.filter(({ id }) => !draft.own[id]).length;
  return (
    <>
      <div className="sheet-body">
        <ChangesBanner before={seen} after={task} refusal={acts.refusal} onSeen={onSeen} />
        {task.invoices.length > 0 && (
          <InvoiceTable
            task={task}
            apart={draft.own}
            onToggle={(invoiceId) => change((before) => toggleOwn(before, invoiceId))}
          />
        )}
        {task.instructions && (
          <section>
            <h3>{t('inbox.instructions')}</h3>
            <p>{task.instructions}</p>
          </section>
        )}
        {task.script && <ScriptChecklist lines={task.script.lines} language={task.script.language} known={callWords} />}
        {task.script && task.objections.length > 0 && (
          <Objections
            objections={task.objections}
            language={task.script.language}
            onNote={({ outcome: id, values }) =>
              change((before) => ({ ...before, outcome: id, values: { ...before.values, ...values } }))
            }
          />
        )}
        <section>
          <h3>
            {t(task.kind === 'call' ? 'inbox.outcome.call' : 'inbox.outcome.other')}
            {together > 0 && <span>{t('inbox.outcome.for', { count: together })}</span>}
          </h3>
          <OutcomeButtons
            label={t('inbox.outcome.other')}
            outcomes={task.outcomes}
            value={draft.outcome}
            onChange={(id) => change((before) => ({ ...before, outcome: id }))}
          />
          {outcome && (
            <EndingFields
              key={outcome.id}
              fields={outcome.fields}
              values={draft.values}
              defaults={defaultsOf(task, draft)}
              currency={task.amount?.currency ?? ''}
              onChange={(values) => change((before) => ({ ...before, values: { ...before.values, ...values } }))}
            />
          )}
        </section>
        <OwnEndings task={task} draft={draft} onChange={change} />
        <RecapPanel
          task={task}
          completion={completion}
          summary={draft.summary}
          onSummary={(summary) => change((before) => ({ ...before, summary }))}
        />
        <TaskConsequences task={task} draft={draft} foreseen={foreseen} />
        <SheetHistory task={task} />
      </div>
      <SheetActions task={task} acts={acts} />
    </>
  );
}
