import type { MessageContext } from '../message-context.ts';
import type { Block, Values } from '../render.ts';
import type { VariableName } from '../variables.ts';
import { answerByDate } from './answer-by-date.ts';
import { callDate } from './call-date.ts';
import { callSummary } from './call-summary.ts';
import { entityName } from './entity-name.ts';
import { greeting } from './greeting.ts';
import { invoiceTable } from './invoice-table.ts';
import { invoicesShort } from './invoices-short.ts';
import { latePaymentMention } from './late-payment-mention.ts';
import { legalFooter } from './legal-footer.ts';
import { mediatorBlock } from './mediator-block.ts';
import { nextDueDate } from './next-due-date.ts';
import { oldestDueDate } from './oldest-due-date.ts';
import { otherOverdueBlock } from './other-overdue-block.ts';
import { paymentBlock } from './payment-block.ts';
import { previousContactsLine } from './previous-contacts-line.ts';
import { promiseLine } from './promise-line.ts';
import { senderEmail, senderName, senderPhone, senderRole } from './sender.ts';
import { supplyNotice } from './supply-notice.ts';
import { totalDue } from './total-due.ts';

const BLOCKS: Record<VariableName, (context: MessageContext) => string | Block> = {
  greeting,
  invoices_short: invoicesShort,
  invoice_table: invoiceTable,
  other_overdue_block: otherOverdueBlock,
  total_due: totalDue,
  next_due_date: nextDueDate,
  oldest_due_date: oldestDueDate,
  answer_by_date: answerByDate,
  payment_block: paymentBlock,
  previous_contacts_line: previousContactsLine,
  late_payment_mention: latePaymentMention,
  supply_notice: supplyNotice,
  mediator_block: mediatorBlock,
  sender_name: senderName,
  sender_role: senderRole,
  sender_phone: senderPhone,
  sender_email: senderEmail,
  entity_name: entityName,
  legal_footer: legalFooter,
  promise_line: promiseLine,
  call_date: callDate,
  call_summary: callSummary,
};

/** Renders every variable for one message. */
export function valuesOf(context: MessageContext): Values {
  const values: Values = {};
  for (const name of Object.keys(BLOCKS) as VariableName[]) values[name] = BLOCKS[name](context);
  return values;
}
