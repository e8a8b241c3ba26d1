import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Button, Card, Chip, Segmented, toast } from '../ui/index.ts';
import { MergeDialog } from './merge-dialog.tsx';

export type Pair = Outputs['debtors']['duplicates']['items'][number];
type Side = Pair['one'];

/** One pair with all that tells the two apart, and the two answers. */
export function DuplicateCard({ pair }: { pair: Pair }) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [kept, setKept] = useState<'one' | 'other'>(pair.other.openInvoices > pair.one.openInvoices ? 'other' : 'one');
  const [merging, setMerging] = useState(false);
  const distinct = useMutation(
    trpc.debtors.distinct.mutationOptions({
      onSuccess: async () => {
        toast(t('debtors.duplicates.distinct-done'));
        await queryClient.invalidateQueries({ queryKey: trpc.debtors.duplicates.queryKey() });
      },
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
  const sides = [pair.one, pair.other];
  const rows: [label: string, text: (side: Side) => string][] = [
    [t('debtors.column.ref'), ({ accounts }) => accounts.map((it) => `${it.ref} (${it.entityName})`).join(', ')],
    [t('debtors.field.siren'), ({ siren }) => siren ?? ''],
    [t('debtors.field.vatNumber'), ({ vatNumber }) => vatNumber ?? ''],
    [t('debtors.column.kind'), ({ kind, country }) => [t(`debtors.kind.${kind}`), country].filter(Boolean).join(' · ')],
    [t('debtors.person.email'), ({ contacts }) => contacts.flatMap(({ email }) => email ?? []).join(', ')],
    [t('debtors.person.phone'), ({ contacts }) => contacts.flatMap(({ phone }) => phone ?? []).join(', ')],
    [t('invoices.title'), ({ openInvoices }) => t('debtors.duplicates.open-invoices', { count: openInvoices })],
    [t('debtors.column.overdue'), (side) => side.overdueByCurrency.map((sum) => f.money(sum)).join(' · ')],
  ];
  return (
    <Card
      flush
      title={`${pair.one.name} · ${pair.other.name}`}
      aside={pair.reasons.map((reason) => (
        <Chip key={reason} tone="info">
          {t(`debtors.duplicates.reason.${reason}`)}
        </Chip>
      ))}
    >
      <table className="ledger-table duplicates-table">
        <caption className="sr-only">{t('debtors.duplicates.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debtors.column.name')}</th>
            {sides.map((side) => (
              <th key={side.id} scope="col">
                <Link to="/debtors/$id" params={{ id: side.id }} className="side-link">
                  {side.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {sides.map((side) => (
                <td key={side.id}>{text(side)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="duplicates-acts">
        <Segmented
          label={t('debtors.duplicates.compare')}
          value={kept}
          onChange={setKept}
          segments={[
            { value: 'one', label: t('debtors.duplicates.keep', { name: pair.one.name }) },
            { value: 'other', label: t('debtors.duplicates.keep', { name: pair.other.name }) },
          ]}
        />
        <Button variant="primary" icon="relate" onClick={() => setMerging(true)}>
          {t('debtors.duplicates.merge')}
        </Button>
        <Button
          busy={distinct.isPending}
          onClick={() => distinct.mutate({ oneId: pair.one.id, otherId: pair.other.id })}
        >
          {t('debtors.duplicates.distinct')}
        </Button>
      </div>
      {merging && (
        <MergeDialog
          kept={pair[kept]}
          merged={kept === 'one' ? pair.other : pair.one}
          onClose={() => setMerging(false)}
        />
      )}
    </Card>
  );
}
