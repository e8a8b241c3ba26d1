import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n, type Money } from '../i18n/index.ts';
import { Card } from '../ui/index.ts';
import { ageOf, type Age } from './ages.ts';

const ages: readonly Age[] = ['not-due', '30', '60', '90', 'older'];

/** What a debtor owes in one currency, by age. */
export function DebtorAges({ debtorId, currency }: { debtorId: string; currency: string }) {
  const { t, f } = useI18n();
  const open = useQuery(trpc.invoices.list.queryOptions({ debtorId, status: 'open', limit: 200 })).data?.items ?? [];
  const sums = ageOf(open.filter(({ balance }) => balance.currency === currency));
  const moneyOf = (amount: number): Money => ({ amount: (amount / sums.scale).toFixed(sums.decimals), currency });
  return (
    <Card title={t('cases.side.debtor')} aside={<strong>{f.money(moneyOf(sums.total))}</strong>}>
      <div className="side-ages" aria-hidden="true">
        {ages.map((age) => (
          <span key={age} className={`is-${age}`} style={{ flexGrow: sums.total > 0 ? sums.of[age] : 0 }} />
        ))}
      </div>
      <dl className="side-ages-list">
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
