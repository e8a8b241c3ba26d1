import { sql } from 'drizzle-orm';
import type { AuditRule } from './rule.ts';

export const LEDGER_RULES: readonly AuditRule[] = [
  {
    name: 'an invoice whose total is not what was paid, credited, written off and is open',
    violations: (organisationId) => sql`
      select i.number, i.total::text, i.balance::text, parts.paid::text, parts.adjusted::text
      from invoice i
      cross join lateral (
        select coalesce((select sum(a.amount) from allocation a where a.invoice_id = i.id), 0) as paid,
          coalesce((select sum(j.before - j.after) from adjustment j where j.invoice_id = i.id), 0) as adjusted
      ) parts
      where i.org_id = ${organisationId} and i.total <> i.balance + parts.paid + parts.adjusted`,
  },
  {
    name: 'an invoice whose state does not fit its balance',
    violations: (organisationId) => sql`
      select number, status, balance::text from invoice
      where org_id = ${organisationId} and (balance < 0 or balance > total or (status = 'open') <> (balance > 0))`,
  },
  {
    name: 'a payment of which a part is unaccounted for',
    violations: (organisationId) => sql`
      select p.external_id, p.amount::text, p.unallocated::text, coalesce(sum(a.amount), 0)::text as allocated
      from payment p left join allocation a on a.payment_id = p.id
      where p.org_id = ${organisationId}
      group by p.id
      having p.amount <> p.unallocated + coalesce(sum(a.amount), 0) or p.unallocated < 0 or min(a.amount) <= 0`,
  },
  {
    name: 'money of one currency for an invoice in another',
    violations: (organisationId) => sql`
      select p.external_id, i.number from allocation a join payment p on p.id = a.payment_id join invoice i on i.id = a.invoice_id
      where a.org_id = ${organisationId} and p.currency <> i.currency`,
  },
  {
    name: 'a credit that is used beyond its amount',
    violations: (organisationId) => sql`
      select number, amount::text, balance::text from credit
      where org_id = ${organisationId} and (balance < 0 or balance > amount)`,
  },
];
