import { useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import type { Draft, Ending } from './draft.ts';
import { EndingFields } from './ending-fields.tsx';
import type { Task } from './task.ts';

type OwnEndingsProps = { task: Task; draft: Draft; onChange: (change: (draft: Draft) => Draft) => void };

/** The endings of the invoices that do not end like the others. */
export function OwnEndings({ task, draft, onChange }: OwnEndingsProps) {
  const { t } = useI18n();
  const apart = task.invoices.flatMap((invoice) => {
    const own = draft.own[invoice.id];
    return own ? [{ invoice, own }] : [];
  });
  const give = (invoiceId: string, ending: Ending) =>
    onChange((before) => ({ ...before, own: { ...before.own, [invoiceId]: ending } }));
  return apart.map(({ invoice, own }) => (
    <section key={invoice.id} className="sheet-own">
      <Field label={t('inbox.own-outcome', { invoice: invoice.number })}>
        <Select
          value={own.outcome}
          onChange={(outcome) => give(invoice.id, { ...own, outcome })}
          options={task.outcomes.map(({ id, label }) => ({ value: id, label }))}
        />
      </Field>
      <EndingFields
        fields={task.outcomes.find(({ id }) => id === own.outcome)?.fields ?? []}
        values={own.values}
        defaults={{ amount: invoice.balance.amount }}
        currency={invoice.balance.currency}
        onChange={(values) => give(invoice.id, { ...own, values: { ...own.values, ...values } })}
      />
    </section>
  ));
}
