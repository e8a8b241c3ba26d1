import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';

const linksShown = 5;

/** Why the message left: the follow-ups whose invoices it demands. */
export function MailReason({ messageId }: { messageId: string }) {
  const { t } = useI18n();
  const message = useQuery(trpc.messages.get.queryOptions({ id: messageId })).data;
  const demanded = message?.invoiceIds.slice(0, linksShown) ?? [];
  const contacts = useQueries({
    queries: demanded.map((invoiceId) => trpc.contacts.list.queryOptions({ invoiceId, limit: 200 })),
  });
  const invoices = useQueries({ queries: demanded.map((id) => trpc.invoices.get.queryOptions({ id })) });
  const followUps = demanded.flatMap((invoiceId, index) => {
    const contact = contacts[index]?.data?.items.find((each) => each.messageId === messageId);
    const number = invoices[index]?.data?.number;
    return contact && number ? [{ invoiceId, enrolmentId: contact.enrolmentId, number }] : [];
  });
  if (!message || followUps.length === 0) return null;
  const others = message.listedInvoiceIds.length;
  return (
    <>
      <dt>{t('mailbox.reason')}</dt>
      <dd className="flex flex-wrap gap-x-2">
        {followUps.map(({ invoiceId, enrolmentId, number }) => (
          <Link
            key={invoiceId}
            to="/follow-ups/$id"
            params={{ id: enrolmentId }}
            className="font-medium text-accent-text"
          >
            {t('mailbox.reason.follow-up', { invoice: number })}
          </Link>
        ))}
        {others > 0 && <span className="text-text-2">{t('mailbox.reason.listed', { count: others })}</span>}
      </dd>
    </>
  );
}
