import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { CaseStatus } from '../cases/case-status.tsx';
import { useI18n } from '../i18n/index.ts';
import { Card } from '../ui/index.ts';

type DebtorCasesProps = {
  debtorId: string;
  title: string;
  /** The follow-up that is on the page already. */
  but?: string;
};

/** The follow-ups of a debtor. */
export function DebtorCases({ debtorId, title, but }: DebtorCasesProps) {
  const { t, f } = useI18n();
  const all = useQuery(trpc.enrolments.list.queryOptions({ debtorId, limit: 20 })).data?.items;
  const others = all?.filter(({ id }) => id !== but);
  return (
    <Card title={title}>
      {others?.length === 0 && <p className="side-none">{t('cases.side.others-none')}</p>}
      <ul className="side-list">
        {others?.map((other) => (
          <li key={other.id}>
            <Link to="/follow-ups/$id" params={{ id: other.id }} className="side-link">
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
