import type { ComponentProps } from 'react';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Button, DataList, EmptyState, FilterBar, SearchInput, Segmented, Select, usePhone } from '../ui/index.ts';
import type { OutboxAct } from './outbox-act.ts';
import { OutboxBrakes } from './outbox-brakes.tsx';
import { useOutboxColumns } from './outbox-columns.tsx';
import { linesOf, sumsOf, type OutboxLine } from './outbox-line.ts';
import { OUTBOX_VIEWS, type OutboxGroup, type OutboxView } from './outbox.ts';
import { allOf, type OutboxQuery } from './outbox-query.ts';
import { useSendLack } from './use-send-lack.ts';

type OutboxListProps = {
  query: OutboxQuery;
  lines: OutboxLine[] | undefined;
  view: OutboxView;
  search: string;
  openId: string | null;
  onOpen: (debtorId: string) => void;
  onView: (view: OutboxView) => void;
  onSearch: (search: string) => void;
  onAct: (act: OutboxAct) => void;
};

/** More lines than anybody reads: the list stops and asks for a filter. */
const MOST_LINES = 10_000;

/** The views, the debtors of the chosen one, and what is done with several of them or all at once. */
export function OutboxList({ query, lines, view, search, openId, onOpen, onView, onSearch, onAct }: OutboxListProps) {
  const { t, f } = useI18n();
  const phone = usePhone();
  const { sending } = useSession().organisation;
  const sendLack = useSendLack();
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [gathering, setGathering] = useState(false);
  const [page] = query.data?.pages ?? [];
  const chosen = (lines ?? []).filter(({ id }) => checked.has(id));
  const chosenGroups = chosen.flatMap(({ groups }) => groups);
  const act = (kind: OutboxAct['kind'], groups: readonly OutboxGroup[]) =>
    onAct({
      kind,
      contactIds: groups.flatMap(({ contactIds }) => contactIds),
      what: t('common.debtors', { count: linesOf(groups).length }),
      amounts: sumsOf(groups.map(({ amount }) => amount)),
    });
  const gather = async (kind: OutboxAct['kind'], fits: (group: OutboxGroup) => boolean) => {
    setGathering(true);
    const groups = await allOf(query);
    setGathering(false);
    if (groups) act(kind, groups.filter(fits));
  };
  const shown = OUTBOX_VIEWS.filter((each) => each !== 'stopped' || each === view || !sending);
  const segments = shown.map((value) => ({
    value,
    label: t(`outbox.view.${value}`),
    ...(page && { count: page.counts[value] ?? 0 }),
  }));
  const many = (lines?.length ?? 0) >= MOST_LINES;
  return (
    <section className="outbox-list" aria-label={t('outbox.title')}>
      <FilterBar filtered={search !== ''} onClear={() => onSearch('')}>
        {phone ? (
          <Select
            label={t('outbox.views')}
            value={view}
            onChange={onView}
            options={segments.map(({ value, label, count }) => ({
              value,
              label: count === undefined ? label : `${label} · ${f.count(count)}`,
            }))}
          />
        ) : (
          <Segmented label={t('outbox.views')} value={view} onChange={onView} segments={segments} />
        )}
        <SearchInput label={t('outbox.search')} value={search} onChange={onSearch} />
      </FilterBar>
      {page && (
        <OutboxBrakes
          page={page}
          view={view}
          busy={gathering}
          onRelease={
            search === '' ? (wait) => void gather('send', (group) => group.waitingFor.includes(wait)) : undefined
          }
        />
      )}
      {page && page.total > 0 && view !== 'blocked' && (
        <div className="outbox-acts">
          {chosen.length === 0 ? (
            <Button
              icon="mail"
              busy={gathering}
              disabledReason={sendLack(lines?.flatMap(({ groups }) => groups) ?? [])}
              onClick={() => void gather('send', () => true)}
            >
              {t('outbox.send-all', { count: page.total })}
            </Button>
          ) : (
            <>
              <span>{t('outbox.checked', { count: chosen.length })}</span>
              <Button icon="mail" disabledReason={sendLack(chosenGroups)} onClick={() => act('send', chosenGroups)}>
                {t('outbox.act.send')}
              </Button>
              <Button icon="pause" onClick={() => act('hold', chosenGroups)}>
                {t('outbox.act.hold')}
              </Button>
              <Button icon="trash" onClick={() => act('drop', chosenGroups)}>
                {t('outbox.act.drop')}
              </Button>
              <Button variant="ghost" icon="close" onClick={() => setChecked(new Set())}>
                {t('outbox.uncheck')}
              </Button>
            </>
          )}
        </div>
      )}
      <DataList
        label={t('outbox.title')}
        rows={lines}
        rowId={({ id }) => id}
        columns={useOutboxColumns()}
        state={query}
        rowHeight={52}
        selectedId={openId}
        onSelect={({ id }) => onOpen(id)}
        checkedIds={checked}
        onCheck={setChecked}
        onMore={query.hasNextPage && !query.isFetchingNextPage && !many ? () => void query.fetchNextPage() : undefined}
        footer={many && `${t('common.too-many', { count: MOST_LINES })} · ${t('common.too-many-hint')}`}
        keys
        empty={<Empty view={view} search={search} />}
      />
      <p className="sr-only" aria-live="polite">
        {page && t('outbox.count', { count: page.total })}
      </p>
    </section>
  );
}

function Empty({ view, search }: { view: OutboxView; search: string }) {
  const { t } = useI18n();
  const state: ComponentProps<typeof EmptyState> =
    search === ''
      ? { icon: 'check', text: t(`outbox.empty.${view}`), detail: t(`outbox.empty.${view}-detail`) }
      : { icon: 'search', text: t('outbox.empty-filtered') };
  return <EmptyState {...state} />;
}
