import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Card, Chip, Icon, IconButton } from '../ui/index.ts';
import type { DebtorPerson } from './debtor.ts';
import { PersonDialog } from './person-dialog.tsx';

/** The persons at a debtor's, to be reached with one click, added and corrected. */
export function DebtorContacts({ debtorId }: { debtorId: string }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<DebtorPerson | 'new' | null>(null);
  const contacts = useQuery(trpc.debtors.get.queryOptions({ id: debtorId })).data?.contacts;
  return (
    <Card
      title={t('cases.side.contacts')}
      aside={
        contacts && <IconButton icon="plus" size="sm" label={t('debtors.person.add')} onClick={() => setOpen('new')} />
      }
    >
      {contacts?.length === 0 && <p className="side-none">{t('cases.side.contacts-none')}</p>}
      <ul className="side-list">
        {contacts?.map((person) => (
          <li key={person.id}>
            {person.name && <span className="font-medium">{person.name}</span>}
            <span className="side-reach">
              {person.email && (
                <a href={`mailto:${person.email}`}>
                  <Icon name="mail" size={14} />
                  {person.email}
                </a>
              )}
              {person.emailStatus === 'bounced' && <Chip tone="warn">{t('debtors.person.bounced')}</Chip>}
              {person.phone && (
                <a href={`tel:${person.phone.replaceAll(' ', '')}`}>
                  <Icon name="phone" size={14} />
                  {person.phone}
                </a>
              )}
            </span>
            <IconButton
              icon="edit"
              size="sm"
              label={t('debtors.person.change-one', { name: person.name || (person.email ?? person.phone ?? '') })}
              onClick={() => setOpen(person)}
            />
          </li>
        ))}
      </ul>
      {open && <PersonDialog debtorId={debtorId} person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
