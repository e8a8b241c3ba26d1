import './why.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { MessageDialog } from '../debtors/message-dialog.tsx';
import { useI18n } from '../i18n/index.ts';
import { Button, Card, ErrorState, Skeleton } from '../ui/index.ts';
import { WhyEntry } from './why-entry.tsx';
import { WhySection } from './why-section.tsx';

type Why = Outputs['debtors']['why'];
type WhyCardProps = { of: 'debtor' | 'case'; id: string };

/** Why was this sent, why was nothing sent, what comes next and when: of a debtor, or of one of its follow-ups. */
export function WhyCard({ of, id }: WhyCardProps) {
  const ofDebtor = useQuery({ ...trpc.debtors.why.queryOptions({ id }), enabled: of === 'debtor' });
  const ofCase = useQuery({ ...trpc.enrolments.why.queryOptions({ id }), enabled: of === 'case' });
  const query = of === 'debtor' ? ofDebtor : ofCase;
  const { t } = useI18n();
  return (
    <Card title={t('why.title')}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={4} />}
      {query.data && <Answers why={query.data} named={of === 'debtor'} />}
    </Card>
  );
}

/** `named`: each line says which invoice it is about. */
function Answers({ why, named }: { why: Why; named: boolean }) {
  const { t, f } = useI18n();
  const [read, setRead] = useState<string | null>(null);
  const about = (invoiceId: string) => (named ? <InvoiceName id={invoiceId} /> : undefined);
  return (
    <>
      <WhySection
        title={t('why.next')}
        none={t('why.next-none')}
        rows={why.next}
        render={({ at, invoiceId, phrases }) => (
          <WhyEntry
            key={`${invoiceId} ${at} ${phrases[0]?.key}`}
            when={at === null ? t('why.no-date') : f.instant(at)}
            about={about(invoiceId)}
            phrases={phrases}
          />
        )}
      />
      <WhySection
        title={t('why.not-sent')}
        none={t('why.not-sent-none')}
        rows={why.notSent}
        render={({ at, invoiceId, phrases }) => (
          <WhyEntry
            key={`${invoiceId} ${at} ${phrases[0]?.key}`}
            when={at === null ? t('why.now') : f.instant(at)}
            about={about(invoiceId)}
            phrases={phrases}
          />
        )}
      />
      <WhySection
        title={t('why.sent')}
        none={t('why.sent-none')}
        rows={why.sent}
        render={({ messageId, at, phrases }) => (
          <WhyEntry key={messageId} when={f.instant(at)} phrases={phrases}>
            <Button variant="ghost" size="sm" onClick={() => setRead(messageId)}>
              {t('why.read')}
            </Button>
          </WhyEntry>
        )}
      />
      {read && <MessageDialog id={read} onClose={() => setRead(null)} />}
    </>
  );
}

function InvoiceName({ id }: { id: string }) {
  const number = useQuery(trpc.invoices.get.queryOptions({ id }, { staleTime: 60_000 })).data?.number;
  return (
    <Link to="/invoices/$id" params={{ id }} className="font-medium text-accent-text">
      {number ?? '…'}
    </Link>
  );
}
