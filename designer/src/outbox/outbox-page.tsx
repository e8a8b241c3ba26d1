import './outbox.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, usePhone } from '../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import type { OutboxAct } from './outbox-act.ts';
import { lineAfter, linesOf } from './outbox-line.ts';
import { OutboxList } from './outbox-list.tsx';
import { OutboxSheet } from './outbox-sheet.tsx';
import { viewOf } from './outbox.ts';
import { useDecide } from './use-decide.ts';

const PAGE = 200;

/** What will leave and what waits, by debtor, most risk first; the chosen debtor's messages beside the list. */
export function OutboxPage() {
  const { t } = useI18n();
  const phone = usePhone();
  const navigate = useNavigate();
  const { debtorId } = useParams({ strict: false });
  const [filters, setFilters] = useAddressFilters();
  const [asked, setAsked] = useState<OutboxAct | null>(null);
  const [view, search] = [viewOf(filters.view), filters.q ?? ''];
  const query = useInfiniteQuery(
    trpc.outbox.list.infiniteQueryOptions(
      { view, limit: PAGE, ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const lines = query.data && linesOf(query.data.pages.flatMap(({ items }) => items));
  const line = lines?.find(({ id }) => id === debtorId);
  const open = (id: string | undefined) =>
    void (id
      ? navigate({
          to: '/outbox/$debtorId',
          params: { debtorId: id },
          search: filters,
          replace: debtorId !== undefined,
        })
      : navigate({ to: '/outbox', search: filters }));
  const decide = useDecide((act) => {
    setAsked(null);
    if (act.debtorId === undefined || act.debtorId !== debtorId) return;
    // another message of the same debtor may be left to read
    if (!line?.contactIds.every((id) => act.contactIds.includes(id))) return;
    open(phone ? undefined : lineAfter(lines ?? [], act.debtorId));
  });
  const run = (act: OutboxAct) => {
    decide.clear();
    if (act.kind === 'send' && act.debtorId !== undefined) decide.send(act);
    else setAsked(act);
  };
  return (
    <>
      <PageHeader title={t('outbox.title')} />
      <div className="outbox">
        {!(phone && debtorId) && (
          <OutboxList
            query={query}
            lines={lines}
            view={view}
            search={search}
            openId={debtorId ?? null}
            onOpen={open}
            onView={(next) => void navigate({ to: '/outbox', search: { ...(next !== 'decide' && { view: next }) } })}
            onSearch={(q) => setFilters({ q })}
            onAct={run}
          />
        )}
        {!(phone && !debtorId) && (
          <aside className="outbox-sheet">
            {line ? (
              <OutboxSheet
                key={line.id}
                line={line}
                view={view}
                decide={decide}
                onAct={run}
                onClose={() => open(undefined)}
              />
            ) : (
              <EmptyState icon="mail" text={t(debtorId && lines ? 'outbox.decided' : 'outbox.choose')} />
            )}
          </aside>
        )}
      </div>
      {asked && <ActDialog act={asked} decide={decide} onClose={() => setAsked(null)} />}
    </>
  );
}
