import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n, type Money } from '../i18n/index.ts';
import { Card, Icon } from '../ui/index.ts';
import { ageOf, type Age } from './ages.ts';
import type { Case } from './case.ts';
import { CaseStatus } from './case-status.tsx';
import { MessageDialog } from './message-dialog.tsx';

/** Beside the timeline: what else there is about the debtor. */
export function CaseSide({ it }: { it: Case }) {
  return (
    <aside className="case-side">
      <Ages debtorId={it.debtorId} currency={it.balance.currency} />
      <Others it={it} />
      <Contacts debtorId={it.debtorId} />
      <Messages debtorId={it.debtorId} />
    </aside>
  );
}

const ages: readonly Age[] = ['not-due', '30', '60', '90', 'older'];

function Ages({ debtorId, currency }: { debtorId: string; currency: string }) {
  const { t, f } = useI18n();
  const open = useQuery(trpc.invoices.list.queryOptions({ debtorId, status: 'open', limit: 200 })).data?.items ?? [];
  const sums = ageOf(open.filter(({ balance }) => balance.currency === currency));
  const moneyOf = (amount: number): Money => ({ amount: (amount / sums.scale).toFixed(sums.decimals), currency });
  return (
    <Card title={t('cases.side.debtor')} aside={<strong>{f.money(moneyOf(sums.total))}</strong>}>
      <div className="case-ages" aria-hidden="true">
        {ages.map((age) => (
          <span key={age} className={`is-${age}`} style={{ flexGrow: sums.total > 0 ? sums.of[age] : 0 }} />
        ))}
      </div>
      <dl className="case-ages-list">
        {ages.map((age) => (
          <div key={age}>
            <dt>
              <i className={`is-${age}`} aria-hidden="true" />
              {t(age === 'not-due' ? 'cases.side.not-due' : `cases.side.age.${age}`)}
            </dt>
            <dd>{f.money(moneyOf(sums.of[age]))}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Others({ it }: { it: Case }) {
  const { t, f } = useI18n();
  const all = useQuery(trpc.enrolments.list.queryOptions({ debtorId: it.debtorId, limit: 20 })).data?.items ?? [];
  const others = all.filter(({ id }) => id !== it.id);
  return (
    <Card title={t('cases.side.others')}>
      {others.length === 0 && <p className="case-none">{t('cases.side.others-none')}</p>}
      <ul className="case-side-list">
        {others.map((other) => (
          <li key={other.id}>
            <Link to="/follow-ups/$id" params={{ id: other.id }} className="case-link">
              {other.invoiceNumber}
            </Link>
            <CaseStatus of={other} />
            <span>{f.money(other.balance)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Contacts({ debtorId }: { debtorId: string }) {
  const { t } = useI18n();
  const contacts = useQuery(trpc.debtors.get.queryOptions({ id: debtorId })).data?.contacts;
  return (
    <Card title={t('cases.side.contacts')}>
      {contacts?.length === 0 && <p className="case-none">{t('cases.side.contacts-none')}</p>}
      <ul className="case-side-list">
        {contacts?.map((person) => (
          <li key={`${person.email} ${person.phone}`}>
            <span className="font-medium">{person.name}</span>
            <span className="case-side-reach">
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

function Messages({ debtorId }: { debtorId: string }) {
  const { t, f } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const messages = useQuery(trpc.messages.list.queryOptions({ debtorId, limit: 10 })).data?.items;
  const left = messages?.filter(({ handedOverAt }) => handedOverAt !== null);
  return (
    <Card title={t('cases.side.messages')}>
      {left?.length === 0 && <p className="case-none">{t('cases.side.messages-none')}</p>}
      <ul className="case-side-list">
        {left?.map((message) => (
          <li key={message.id}>
            <button type="button" className="case-link" onClick={() => setOpen(message.id)}>
              {message.subject}
            </button>
            <span>{message.handedOverAt && f.day(message.handedOverAt)}</span>
          </li>
        ))}
      </ul>
      {open && <MessageDialog id={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
