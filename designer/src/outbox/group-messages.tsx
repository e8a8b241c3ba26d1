import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { EmptyState, ErrorState, Skeleton } from '../ui/index.ts';
import { phraseText } from '../why/phrase-text.ts';
import { KeptContacts } from './kept-contacts.tsx';
import type { OutboxAct } from './outbox-act.ts';
import type { OutboxGroup, OutboxView } from './outbox.ts';
import { PlannedMessageCard } from './planned-message-card.tsx';
import { useSendLack } from './use-send-lack.ts';

type GroupMessagesProps = {
  group: OutboxGroup;
  view: OutboxView;
  busy: boolean;
  /** Whether keys act on its first message. */
  keys: boolean;
  onAct: (kind: OutboxAct['kind'], contactIds: readonly string[]) => void;
};

/** What one company would send to the debtor, why it waits, and what would stay behind. */
export function GroupMessages({ group, view, busy, keys, onAct }: GroupMessagesProps) {
  const { t, f, language } = useI18n();
  const sendLack = useSendLack();
  const { debtor, entity, amount, phrases } = group;
  const query = useQuery(
    trpc.outbox.preview.queryOptions({
      debtorId: debtor.id,
      entityId: entity.id,
      currency: amount.currency,
      view,
    }),
  );
  const kept = query.data?.kept ?? [];
  const gone = query.data && query.data.messages.length + kept.length === 0;
  return (
    <section className="ob-group" aria-label={`${entity.name} · ${f.money(amount)}`}>
      <h3>
        {entity.name} <span>{f.money(amount)}</span>
      </h3>
      <ul className="ob-why">
        {phrases.map((phrase, index) => (
          <li key={index}>{phraseText(phrase, language, f)}</li>
        ))}
      </ul>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={10} label={t('common.loading')} />}
      {gone && <EmptyState icon="check" text={t('outbox.decided')} />}
      {query.data?.messages.map((message, index) => (
        <PlannedMessageCard
          key={message.contactIds.join()}
          message={message}
          busy={busy}
          sendLack={sendLack([group])}
          keys={keys && index === 0}
          onAct={(kind) => onAct(kind, message.contactIds)}
        />
      ))}
      {kept.length > 0 && <KeptContacts kept={kept} onAct={onAct} />}
    </section>
  );
}
