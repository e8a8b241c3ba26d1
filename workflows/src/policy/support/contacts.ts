import type { DebtorSituation } from '../decide.ts';
import type { OpenContact } from '../open-contact.ts';

/** A planned first reminder in whose way nothing stands. */
export const PLANNED: OpenContact = {
  id: 'c1',
  enrolmentId: 'e1',
  invoiceId: 'i1',
  entityId: 'n1',
  currency: 'EUR',
  template: 'reminder-1',
  tone: 1,
  demandBefore: false,
  minimumDistanceDays: 5,
  status: 'planned',
  waitingFor: null,
  slotAt: null,
  plannedAt: '2026-03-02T08:00:00.000Z',
  enrolmentStatus: 'live',
  closing: null,
  held: false,
  invoiceStatus: 'open',
  balance: 100,
  excluded: false,
  disputed: false,
  reachable: true,
  confirmed: false,
  quietUntil: null,
};

/** A message that left and asked for nothing. */
export const serviceSent = (id: string, handedOverAt: string): DebtorSituation['recent'][number] => ({
  id,
  handedOverAt,
  entityId: 'n1',
  tone: 0,
  minimumDistanceDays: 5,
  answerBy: null,
  invoiceIds: [],
  listedInvoiceIds: [],
});
