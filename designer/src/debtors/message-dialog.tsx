import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { MessageActs } from '../replies/message-acts.tsx';
import { Dialog, ErrorState, Skeleton } from '../ui/index.ts';

/** A message as it left, read without leaving the follow-up. */
export function MessageDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, f } = useI18n();
  const query = useQuery(trpc.messages.get.queryOptions({ id }));
  const message = query.data;
  const when = message?.handedOverAt ? ` · ${f.clock(message.handedOverAt)}` : '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={message?.subject ?? t('cases.message.title')}
      description={message && `${t('cases.message.to', { to: message.to.join(', ') })}${when}`}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!message && !query.error && <Skeleton lines={8} />}
      {message && <MessageActs message={message} />}
      {message && <pre className="record-message">{message.text}</pre>}
    </Dialog>
  );
}
