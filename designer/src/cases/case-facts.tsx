import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Fact } from '../ui/index.ts';
import type { Case } from './case.ts';
import { nextActionOf } from './next-action.ts';

/** Invoice, balance, delay and what comes next, each with what explains it. */
export function CaseFacts({ it }: { it: Case }) {
  const { t, f, language } = useI18n();
  const invoice = useQuery(trpc.invoices.get.queryOptions({ id: it.invoiceId })).data;
  const { what, when } = nextActionOf(it, { t, f, language });
  const late = it.daysOverdue > 0;
  return (
    <dl className="record-facts">
      <Fact name={t('cases.fact.invoice')} more={invoice?.issueDate && f.date(invoice.issueDate)}>
        {it.invoiceNumber}
      </Fact>
      <Fact name={t('cases.fact.balance')} more={invoice && t('cases.fact.of', { total: f.money(invoice.total) })}>
        {f.money(it.balance)}
      </Fact>
      <Fact
        name={t('cases.fact.overdue')}
        more={invoice && t('cases.fact.due', { date: f.date(invoice.dueDate) })}
        late={late && it.outcome === null}
      >
        {late ? f.daysShort(it.daysOverdue) : t('cases.fact.not-due')}
      </Fact>
      <Fact name={t(it.outcome ? 'cases.fact.outcome' : 'cases.fact.next')} more={it.heldReason ?? when}>
        {what}
      </Fact>
    </dl>
  );
}
