import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Checkbox, Dialog, EmptyState, ErrorState, Field, Skeleton, TextArea, toast } from '../ui/index.ts';

/** Live cases that the rules would put elsewhere: a person chooses which of them move, and says why. */
export function MovesDialog({ onClose }: { onClose: () => void }) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const query = useQuery(trpc.assignment.previewMoves.queryOptions({}));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const move = useMutation(
    trpc.assignment.move.mutationOptions({
      onSuccess: async ({ moved }) => {
        toast(t('assignment.moves.done', { count: moved.length }));
        onClose();
        await Promise.all(
          [trpc.assignment, trpc.enrolments, trpc.scenarios].map((group) =>
            queryClient.invalidateQueries({ queryKey: group.pathKey() }),
          ),
        );
      },
    }),
  );
  const items = query.data?.items ?? [];
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const lack =
    chosen.size === 0
      ? t('assignment.moves.needs-choice')
      : reason.trim() === ''
        ? t('cases.act.needs-reason')
        : undefined;
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t('assignment.moves.title')}
      description={t('assignment.moves.text')}
      {...(items.length > 0 && {
        act: {
          label: t('assignment.moves.act', { count: chosen.size }),
          busy: move.isPending,
          disabledReason: lack,
          run: () => move.mutate({ enrolmentIds: [...chosen], reason: reason.trim() }),
        },
      })}
    >
      {query.isPending && <Skeleton />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.total === 0 && <EmptyState icon="check" text={t('assignment.moves.none')} />}
      {items.length > 0 && (
        <>
          <Checkbox
            checked={chosen.size === items.length}
            onChange={(all) => setChosen(new Set(all ? items.map(({ enrolmentId }) => enrolmentId) : []))}
          >
            {t('assignment.moves.all', { count: items.length })}
          </Checkbox>
          <ul className="as-moves">
            {items.map(({ enrolmentId, number, debtorName, balance, from, to, held }) => (
              <li key={enrolmentId}>
                <Checkbox checked={chosen.has(enrolmentId)} onChange={(on) => toggle(enrolmentId, on)}>
                  <span className="as-rule-name">
                    {number} · {debtorName} · {f.money(balance)}
                  </span>{' '}
                  <span className="as-note">
                    {t('assignment.moves.from-to', { from: from.name, to: to.name })}
                    {held && ` · ${t('assignment.moves.held')}`}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
          {query.data !== undefined && query.data.total > items.length && (
            <p className="as-note">{t('assignment.moves.more', { count: query.data.total - items.length })}</p>
          )}
          <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
            <TextArea value={reason} onChange={setReason} maxLength={500} />
          </Field>
        </>
      )}
      {move.error && <Banner tone="danger" title={problemText(move.error)} />}
    </Dialog>
  );
}
