import type { Language } from '../messages/text.ts';

interface Variable {
  /** A block is rendered by the product and may take several lines; a text stands inside a sentence. */
  form: 'text' | 'block';
  /** Never empty in a message that leaves; the others drop out with their line. */
  required: boolean;
  meaning: Record<Language, string>;
}

const text = (fr: string, en: string): Variable => ({ form: 'text', required: true, meaning: { fr, en } });
const block = (fr: string, en: string): Variable => ({ form: 'block', required: false, meaning: { fr, en } });
const requiredBlock = (fr: string, en: string): Variable => ({ ...block(fr, en), required: true });

/** The closed set of variables that a message may use. Every condition that law or grammar needs lives in a block. */
export const VARIABLES = {
  greeting: text('Formule d’appel, avec le nom de la personne', 'Greeting, with the person’s name'),
  invoices_short: text('« facture F2026-0187 » ou « 3 factures »', '“invoice F2026-0187” or “3 invoices”'),
  invoice_table: requiredBlock(
    'Tableau des factures réclamées et total',
    'Table of the invoices asked for, with total',
  ),
  other_overdue_block: block('Autres factures échues, pour information', 'Other overdue invoices, for information'),
  total_due: text('Total du tableau', 'Total of the table'),
  next_due_date: text('Prochaine échéance du tableau', 'Next due date of the table'),
  oldest_due_date: text('Plus ancienne échéance du tableau', 'Oldest due date of the table'),
  answer_by_date: text('Date limite de réponse', 'Date by which to answer'),
  payment_block: requiredBlock('Coordonnées bancaires et référence à rappeler', 'Bank details and reference to quote'),
  previous_contacts_line: block('Dates des messages précédents', 'Dates of earlier messages'),
  late_payment_mention: block(
    'Mention légale sur le retard de paiement, selon le débiteur et le ton',
    'Legal mention of late payment, by kind of debtor and tone',
  ),
  supply_notice: block('Annonce de suspension des livraisons', 'Notice that deliveries may stop'),
  mediator_block: block('Médiateur de la consommation', 'Consumer mediator'),
  sender_name: text('Nom de l’expéditeur', 'Sender’s name'),
  sender_role: text('Fonction de l’expéditeur', 'Sender’s role'),
  sender_phone: text('Téléphone de l’expéditeur', 'Sender’s telephone'),
  sender_email: text('Adresse e-mail de l’expéditeur', 'Sender’s e-mail address'),
  entity_name: text('Société créancière', 'Creditor company'),
  legal_footer: block(
    'Signature, forme juridique, SIREN, adresse, données',
    'Signature, legal form, number, address, data notice',
  ),
  promise_line: block('Rappel de la promesse de paiement', 'Recap of the promise to pay'),
  call_date: text('Date de l’appel', 'Date of the call'),
  call_summary: block('Résumé de l’appel', 'Summary of the call'),
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(VARIABLES, name);
}

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Names of the variables a text uses, known or not, each once, in order of first use. */
export function variablesOf(wording: string): string[] {
  return [...new Set([...wording.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}
