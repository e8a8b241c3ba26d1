import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Card, Icon } from '../ui/index.ts';

/** The persons at a debtor's, to be reached with one click. */
export function DebtorContacts({ debtorId }: { debtorId: string }) {
  const { t } = useI18n();
  const contacts = useQuery(trpc.debtors.get.queryOptions({ id: debtorId })).data?.contacts;
  return (
    <Card title={t('cases.side.contacts')}>
      {contacts?.length === 0 && <p className="side-none">{t('cases.side.contacts-none')}</p>}
      <ul className="side-list">
        {contacts?.map((person) => (
          <li key={`${person.email} ${person.phone}`}>
            <span className="font-medium">{person.name}</span>
            <span className="side-reach">
              {person.email && (
                <a href={`mailto:${person.email}`}>
                  <Icon name="mail" size={14} />
                  {person.email}
                </a>
              )}
              {person.phone && (
                <a href={`tel:${person.phone.replaceAll(' ', '')}`}>
                  <Icon name="phone" size={14} />
                  {person.phone}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
