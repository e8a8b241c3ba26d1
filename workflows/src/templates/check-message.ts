import type { Language } from '../messages/text.ts';
import type { Values } from './render.ts';
import { isSignatureLine } from './signature-line.ts';
import type { Template, TemplateText } from './template.ts';
import { isVariable, type VariableName, VARIABLES, variablesOf } from './variables.ts';

/** Number, amount and due date stand in the table; nothing leaves without them, a means of payment and somebody who signs. */
const ALWAYS: readonly VariableName[] = [
  'invoice_table',
  'payment_block',
  'sender_name',
  'sender_email',
  'entity_name',
];

const WORDS: Partial<Record<VariableName, Record<Language, string>>> = {
  invoice_table: { fr: 'numéro, montant et échéance des factures', en: 'invoice number, amount and due date' },
  payment_block: {
    fr: 'moyen de paiement (titulaire du compte et IBAN de la société créancière)',
    en: 'means of payment (account holder and IBAN of the creditor company)',
  },
};

/**
 * What a message lacks to be allowed to leave, as variables; empty: it may leave. A required variable that the wording
 * uses inside a sentence may not be empty either; in a signature line it drops out.
 */
export function checkMessage(template: Template, language: Language, values: Values): VariableName[] {
  const text = template.texts[language];
  return [...new Set([...ALWAYS, ...neededBy(text)])].filter((name) => isEmpty(values[name]));
}

/** What keeps a wording from being saved: all three empty, it may be. */
export interface TemplateFaults {
  /** Variables without which nothing may be sent. */
  missing: VariableName[];
  /** What stands between braces and nobody knows. */
  unknown: string[];
  /** Blocks in a subject, or tables inside a paragraph of words. */
  misplaced: VariableName[];
}

/** These bring elements of their own: they stand alone in their paragraph. */
const ALONE: readonly string[] = ['invoice_table', 'payment_block', 'other_overdue_block'];
const BRACES = /\{\{([^{}]*)(?:\}\})?/g;

/** What a wording must use to be saved, and what it may not. */
export function checkTemplate({ subject, body }: TemplateText): TemplateFaults {
  const inBody = variablesOf(body);
  const missing = (['invoice_table', 'payment_block'] as const).filter((name) => !inBody.includes(name));
  const braced = [...`${subject}\n${body}`.matchAll(BRACES)].flatMap(([whole, name = '']) =>
    whole.endsWith('}}') ? [name.trim()] : [whole.trim()],
  );
  const crowded = body
    .split(/\n\s*\n/)
    .flatMap((paragraph) => variablesOf(paragraph).filter((name) => ALONE.includes(name) && !isAlone(paragraph)));
  const blocks = variablesOf(subject).filter((name) => isVariable(name) && VARIABLES[name].form === 'block');
  return {
    missing,
    unknown: [...new Set(braced.filter((name) => !isVariable(name)))],
    misplaced: [...new Set([...blocks, ...crowded])].filter(isVariable),
  };
}

const isAlone = (paragraph: string): boolean => /^\{\{[^{}]*\}\}$/.test(paragraph.trim());

/** The refusal in words. */
export function refusalText(missing: readonly string[], language: Language): string {
  const names = missing.map((name) => (isVariable(name) ? (WORDS[name] ?? VARIABLES[name].meaning)[language] : name));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return language === 'fr' ? `Il manque\u00a0: ${list}.` : `Missing: ${list}.`;
}

function neededBy({ subject, body }: TemplateText): VariableName[] {
  const prose = body.split('\n').filter((line) => !isSignatureLine(line));
  return variablesOf([subject, ...prose].join('\n'))
    .filter(isVariable)
    .filter((name) => VARIABLES[name].required);
}

function isEmpty(value: Values[VariableName]): boolean {
  return (typeof value === 'object' ? value.text : (value ?? '')).trim() === '';
}
