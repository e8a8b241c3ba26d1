import { Temporal } from 'temporal-polyfill';
import { GROUPS } from './group.ts';
import type { Random } from './random.ts';
import type { EntityKey, SeedDebtor } from './seed-debtors.ts';
import type { SeedInvoice } from './seed-invoices.ts';

export interface SeedPayment {
  externalId: string;
  receivedOn: string;
  /** Minor units. */
  amount: number;
  currency: string;
  entity: EntityKey | null;
  debtorRef: string | null;
  invoiceNumbers: string[] | null;
  reference: string | null;
  /** Why it exists: it pays an invoice, a part of one, or is money that nobody can place by itself. */
  purpose: 'full' | 'part' | 'unplaced';
}

type Draft = Omit<SeedPayment, 'externalId'>;

/** Groups of which the oldest open invoice is paid in part, and what is left of it: a share, or less than one euro. */
const PARTS: readonly { group: number; index: number; left: number }[] = [
  { group: 2, index: 3, left: 40 },
  { group: 3, index: 1, left: 85 },
  { group: 2, index: 5, left: 0.5 },
  { group: 2, index: 6, left: 0.4 },
  { group: 3, index: 2, left: 0.3 },
  { group: 4, index: 3, left: 0.6 },
  { group: 5, index: 0, left: 0.5 },
  { group: 9, index: 0, left: 0.7 },
  { group: 11, index: 1, left: 0.25 },
];

export function seedPayments(
  random: Random,
  debtors: readonly SeedDebtor[],
  invoices: readonly SeedInvoice[],
  firstDay: string,
): SeedPayment[] {
  const paid = invoices.filter((invoice) => invoice.standing === 'paid');
  const drafts = [
    ...paid.map((invoice, index) => inFull(random, invoice, index)),
    ...PARTS.flatMap((part) => inPart(invoices, part, firstDay)),
    ...unplaced(debtors, invoices, firstDay),
  ];
  return drafts
    .toSorted((one, other) => (one.receivedOn < other.receivedOn ? -1 : Number(one.receivedOn > other.receivedOn)))
    .map((draft, index) => ({ externalId: `VIR-${String(index + 1).padStart(4, '0')}`, ...draft }));
}

function inFull(random: Random, invoice: SeedInvoice, index: number): Draft {
  const group = GROUPS.find((each) => each.no === invoice.debtor.group);
  const after = random.between(...(group?.paysAfter ?? [0, 0]));
  // one transfer in five of the slow ones comes without a reference
  const isSilent = invoice.debtor.group === 2 && index % 5 === 0;
  return {
    receivedOn: Temporal.PlainDate.from(invoice.dueDate).add({ days: after }).toString(),
    amount: invoice.total,
    currency: invoice.currency,
    entity: invoice.entity,
    debtorRef: invoice.accountRef,
    invoiceNumbers: isSilent ? null : [invoice.number],
    reference: isSilent ? null : invoice.number,
    purpose: 'full',
  };
}

function inPart(
  invoices: readonly SeedInvoice[],
  { group, index, left }: (typeof PARTS)[number],
  firstDay: string,
): Draft[] {
  const invoice = invoices.find(
    ({ debtor, standing }) => debtor.group === group && debtor.index === index && standing === 'overdue',
  );
  if (!invoice) return [];
  const rest = left < 1 ? Math.round(invoice.total * left) : left;
  return [
    {
      receivedOn: daysBefore(firstDay, 10),
      amount: invoice.total - rest,
      currency: invoice.currency,
      entity: invoice.entity,
      debtorRef: invoice.accountRef,
      invoiceNumbers: [invoice.number],
      reference: `Acompte ${invoice.number}`,
      purpose: 'part',
    },
  ];
}

/** Five transfers that stay to be placed: wrong reference, part, overpayment, third party, paid twice. */
function unplaced(debtors: readonly SeedDebtor[], invoices: readonly SeedInvoice[], firstDay: string): Draft[] {
  const open = invoices.filter(({ debtor, standing }) => debtor.group === 2 && standing === 'overdue');
  const settled = invoices.filter(({ debtor, standing }) => debtor.group === 1 && standing === 'paid');
  const [exact, parted, thirdParty] = [7, 8, 4].map((index) => open.find(({ debtor }) => debtor.index === index));
  const [overpaid, twice] = settled;
  if (!exact || !parted || !thirdParty || !overpaid || !twice || debtors.length === 0) return [];
  const transfer = (amount: number, reference: string, more: Partial<Draft> = {}): Draft => ({
    receivedOn: daysBefore(firstDay, 3),
    amount,
    currency: 'EUR',
    entity: null,
    debtorRef: null,
    invoiceNumbers: null,
    reference,
    purpose: 'unplaced',
    ...more,
  });
  return [
    transfer(exact.total, `FA ${exact.number.slice(-4)} BIS`),
    transfer(Math.round(parted.total / 3), 'Acompte', { debtorRef: parted.accountRef, entity: parted.entity }),
    transfer(12_050, overpaid.number, { invoiceNumbers: [overpaid.number], entity: overpaid.entity }),
    transfer(thirdParty.total, 'Règlement pour le compte d’un client, SCI Bellune'),
    transfer(twice.total, twice.number, { invoiceNumbers: [twice.number], entity: twice.entity }),
  ];
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
