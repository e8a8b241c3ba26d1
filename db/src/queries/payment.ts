import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { allocation, payment } from '../schema/index.ts';
import { allocator, type Allocated, type IncomingPayment } from './allocate.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { noteLedger } from './ledger-age.ts';
import { lockLedger } from './payment-ledger.ts';
import { settlePaid, type Paid } from './remainder.ts';

/** A payment as another system reports it. `amount` is in minor units and above zero. */
export interface NewPayment extends IncomingPayment {
  externalId: string;
  /** `YYYY-MM-DD`. */
  receivedOn: string;
}

export interface RecordedPayment {
  /** `same`: known with this very content; `conflict`: known with other content, nothing was written. */
  status: 'created' | 'same' | 'conflict';
  id: string;
  externalId: string;
  currency: string;
  allocations: { invoiceId: string; amount: number }[];
  unallocated: number;
}

export interface RecordContext {
  actor: string;
  /** Organisation's time. */
  at: string;
  importId?: string | null;
}

/**
 * Records payments, allocates them and settles what they pay, in the caller's transaction. Set-based: one payment or ten
 * thousand take the same statements. One result per payment, in the given order.
 */
export async function recordPayments(
  tx: Tx,
  organisationId: string,
  payments: readonly NewPayment[],
  context: RecordContext,
): Promise<RecordedPayment[]> {
  const known = await readKnown(tx, organisationId, payments);
  const unknown = new Map<string, NewPayment>();
  for (const each of payments)
    if (!known.has(each.externalId) && !unknown.has(each.externalId)) unknown.set(each.externalId, each);
  const created = await create(tx, organisationId, [...unknown.values()], context);
  const all = await readKnown(tx, organisationId, payments);
  const firsts = new Set<string>();
  return payments.map((each) => {
    const row = all.get(each.externalId);
    if (!row) throw new Error(`payment ${each.externalId} was neither found nor written`);
    const isFirst = created.has(each.externalId) && !firsts.has(each.externalId);
    firsts.add(each.externalId);
    const status = row.contentHash === contentHash(each) ? (isFirst ? 'created' : 'same') : 'conflict';
    const { id, externalId, currency, allocations, unallocated } = row;
    return { status, id, externalId, currency, allocations, unallocated };
  });
}

/** Equal for payments that say the same. */
export function contentHash(each: NewPayment): string {
  const content = [
    each.receivedOn,
    each.amount,
    each.currency,
    each.entityId ?? null,
    each.debtorRef ?? null,
    each.invoiceNumbers?.length ? each.invoiceNumbers : null,
    each.reference ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function create(
  tx: Tx,
  organisationId: string,
  payments: readonly NewPayment[],
  context: RecordContext,
): Promise<Set<string>> {
  if (payments.length === 0) return new Set();
  const ledger = await lockLedger(tx, organisationId, payments);
  const written = await insertPayments(tx, organisationId, payments, context);
  const { allocate, balances } = allocator(ledger.invoices, ledger.accounts);
  const parts: Part[] = [];
  for (const each of payments) {
    const id = written.get(each.externalId);
    if (id) parts.push({ id, payment: each, allocated: allocate(each) });
  }
  await insertAllocations(tx, organisationId, parts, context);
  await appendAudit(
    tx,
    organisationId,
    parts.map((part) => entryOf(part, context)),
  );
  const paid = new Map<string, Paid>();
  for (const { id, allocated } of parts) {
    for (const { invoiceId } of allocated.allocations) {
      paid.set(invoiceId, { invoiceId, balance: balances.get(invoiceId) ?? 0, paymentId: id });
    }
  }
  await settlePaid(tx, organisationId, [...paid.values()], { ...context, cause: context.importId ?? null });
  if (written.size > 0) await noteLedger(tx, organisationId, context.at);
  return new Set(written.keys());
}

interface Part {
  id: string;
  payment: NewPayment;
  allocated: Allocated;
}

/** External id → id of the payments written now; one that somebody else has just written is left to him. */
async function insertPayments(
  tx: Tx,
  organisationId: string,
  payments: readonly NewPayment[],
  { at, importId }: RecordContext,
): Promise<Map<string, string>> {
  const rows = payments.map((each) => ({
    id: newId(),
    externalId: each.externalId,
    contentHash: contentHash(each),
    receivedOn: each.receivedOn,
    amount: each.amount,
    currency: each.currency,
    entityId: each.entityId ?? null,
    debtorRef: each.debtorRef ?? null,
    invoiceNumbers: each.invoiceNumbers?.length ? each.invoiceNumbers : null,
    reference: each.reference ?? null,
  }));
  const result = await tx.execute<{ id: string; external_id: string }>(sql`
    insert into payment (id, org_id, external_id, content_hash, received_on, amount, currency, entity_id, debtor_ref,
      invoice_numbers, reference, unallocated, import_id, at)
    select x.id, ${organisationId}, x."externalId", x."contentHash", x."receivedOn", x.amount, x.currency, x."entityId",
      x."debtorRef", x."invoiceNumbers", x.reference, x.amount, ${importId ?? null}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, "externalId" text, "contentHash" text,
      "receivedOn" date, amount bigint, currency text, "entityId" uuid, "debtorRef" text, "invoiceNumbers" text[], reference text)
    order by x."externalId"
    on conflict (org_id, external_id) do nothing
    returning id, external_id`);
  return new Map(result.rows.map((row) => [row.external_id, row.id]));
}

async function insertAllocations(
  tx: Tx,
  organisationId: string,
  parts: readonly Part[],
  { at }: RecordContext,
): Promise<void> {
  const allocations = parts.flatMap(({ id, allocated }) =>
    allocated.allocations.map(({ invoiceId, amount }) => ({ paymentId: id, invoiceId, amount })),
  );
  await tx.execute(sql`
    insert into allocation (org_id, payment_id, invoice_id, amount, at)
    select ${organisationId}, x."paymentId", x."invoiceId", x.amount, ${at}
    from jsonb_to_recordset(${JSON.stringify(allocations)}::jsonb) as x ("paymentId" uuid, "invoiceId" uuid, amount bigint)`);
  const rests = parts.map(({ id, allocated }) => ({
    id,
    unallocated: allocated.unallocated,
    debtorId: allocated.debtorId,
  }));
  await tx.execute(sql`
    update payment set unallocated = x.unallocated, debtor_id = x."debtorId"
    from jsonb_to_recordset(${JSON.stringify(rests)}::jsonb) as x (id uuid, unallocated bigint, "debtorId" uuid)
    where payment.id = x.id`);
}

type KnownPayment = Omit<RecordedPayment, 'status'> & { contentHash: string };

async function readKnown(
  tx: Tx,
  organisationId: string,
  payments: readonly NewPayment[],
): Promise<Map<string, KnownPayment>> {
  const externalIds = [...new Set(payments.map((each) => each.externalId))];
  const rows = await tx
    .select({
      id: payment.id,
      externalId: payment.externalId,
      contentHash: payment.contentHash,
      currency: payment.currency,
      unallocated: payment.unallocated,
    })
    .from(payment)
    .where(and(eq(payment.orgId, organisationId), sql`${payment.externalId} = any(${sql.param(externalIds)}::text[])`));
  const found = new Map(rows.map((row) => [row.id, { ...row, allocations: [] as KnownPayment['allocations'] }]));
  if (found.size > 0) {
    const parts = await tx
      .select({ paymentId: allocation.paymentId, invoiceId: allocation.invoiceId, amount: allocation.amount })
      .from(allocation)
      .where(sql`${allocation.paymentId} = any(${sql.param([...found.keys()])}::uuid[])`)
      .orderBy(allocation.id);
    for (const { paymentId, ...part } of parts) found.get(paymentId)?.allocations.push(part);
  }
  return new Map([...found.values()].map((each) => [each.externalId, each]));
}

function entryOf({ id, payment: each, allocated }: Part, { actor, at }: RecordContext): AuditEntry {
  return {
    at,
    actor,
    kind: 'payment-recorded',
    debtorId: allocated.debtorId,
    ref: id,
    data: {
      externalId: each.externalId,
      amount: each.amount,
      currency: each.currency,
      unallocated: allocated.unallocated,
      invoiceIds: allocated.allocations.map((part) => part.invoiceId),
    },
  };
}
