import './mailbox.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { DataList, EmptyState, Tile, usePhone, type DataColumn } from '../ui/index.ts';
import { MailView } from './mail-view.tsx';

type Mail = Outputs['mailbox']['list']['items'][number];

/** A real organisation has none: its messages leave, and are read where they were sent from. */
export function MailboxPage() {
  const { t } = useI18n();
  const { organisation } = useSession();
  if (organisation.sandbox) return <SandboxMailbox />;
  return (
    <>
      <PageHeader title={t('mailbox.title')} />
      <EmptyState icon="mail" text={t('mailbox.none')} detail={t('mailbox.none-detail')} />
    </>
  );
}

/** What left, as the debtor receives it: the list, and the chosen message beside it. */
function SandboxMailbox() {
  const { t, f } = useI18n();
  const navigate = useNavigate();
  const phone = usePhone();
  const { id } = useParams({ strict: false });
  const query = useInfiniteQuery(
    trpc.mailbox.list.infiniteQueryOptions(
      { limit: 100 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const columns: DataColumn<Mail>[] = [
    {
      id: 'tile',
      header: '',
      label: t('mailbox.title'),
      width: '20px',
      render: () => <Tile phase="remind" icon="mail" size={20} />,
      phone: 'mark',
    },
    {
      id: 'mail',
      header: t('mailbox.title'),
      width: 'minmax(0, 1fr)',
      render: (mail) => (
        <span className="mailbox-row">
          <span className="font-medium">{mail.to.join(', ')}</span>
          <span className="text-text-2">{mail.subject}</span>
        </span>
      ),
      phone: 'title',
    },
    {
      id: 'at',
      header: t('mailbox.received'),
      width: 'auto',
      align: 'end',
      render: (mail) => (
        <time className="text-12 text-text-3" dateTime={mail.receivedAt} title={f.exact(mail.receivedAt)}>
          {f.instant(mail.receivedAt)}
        </time>
      ),
      phone: 'value',
    },
  ];
  const open = (mail: Mail) =>
    void navigate({ to: '/mailbox/$id', params: { id: mail.id }, replace: id !== undefined });
  const shown = id ? <MailView id={id} /> : <EmptyState icon="mail" text={t('mailbox.choose')} />;
  return (
    <>
      <PageHeader
        title={t('mailbox.title')}
        state={!phone && <span className="text-12 text-text-3">{t('mailbox.caught')}</span>}
      />
      <div className="mailbox">
        {!(phone && id) && (
          <div className="mailbox-list">
            <DataList
              label={t('mailbox.title')}
              rows={query.data?.pages.flatMap((page) => page.items)}
              rowId={(mail) => mail.id}
              columns={columns}
              state={query}
              rowHeight={52}
              selectedId={id ?? null}
              onSelect={open}
              onMore={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
              empty={<EmptyState icon="mail" text={t('mailbox.empty')} detail={t('mailbox.empty-detail')} />}
            />
          </div>
        )}
        {!(phone && !id) && <div className="mailbox-view">{shown}</div>}
      </div>
    </>
  );
}
