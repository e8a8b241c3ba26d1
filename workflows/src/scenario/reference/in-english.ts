import type { Graph } from '../scenario.ts';

/** A drawing of the product in English: every text that people read; the rest is the same drawing. */
export function inEnglish(graph: Graph): Graph {
  return translated(graph) as Graph;
}

/** The texts of the product's own drawings that have no translation. */
export function untranslated(graph: Graph): string[] {
  const texts: string[] = [];
  walk(graph, (text) => {
    if (!ENGLISH.has(text)) texts.push(text);
    return text;
  });
  return texts;
}

const translated = (value: unknown): unknown => walk(value, (text) => ENGLISH.get(text) ?? text);

const READ_BY_PEOPLE = new Set(['label', 'title', 'instructions']);

function walk(value: unknown, change: (text: string) => string, member = ''): unknown {
  if (typeof value === 'string') return READ_BY_PEOPLE.has(member) ? change(value) : value;
  if (Array.isArray(value)) return value.map((each) => walk(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, change, name)]));
}

const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['Entrée', 'Entry'],
  ['Ancienneté à l’entrée', 'Age on entry'],
  ['Plus de 8 jours', 'Over 8 days'],
  ['Échue', 'Overdue'],
  ['500 € et plus', '€500 and more'],
  ['J−7', 'D−7'],
  ['Avant l’échéance', 'Before the due date'],
  ['J+1 ouvré', 'D+1 business day'],
  ['Relance 1', 'Reminder 1'],
  ['J+8', 'D+8'],
  ['Relance 2', 'Reminder 2'],
  ['J+12', 'D+12'],
  ['Premier appel', 'First call'],
  ['Le lendemain', 'The day after'],
  ['Nouvel appel', 'Call again'],
  ['Récapitulatif de l’appel', 'Recap of the call'],
  ['Promesse + 2 ouvrés', 'Promise + 2 business days'],
  ['Promesse non tenue', 'Broken promise'],
  ['Le temps du virement', 'Time for the transfer'],
  ['Retrouver ce paiement', 'Find this payment'],
  [
    'Le débiteur dit avoir payé : cherchez le règlement d’après la date et le moyen donnés.',
    'The debtor says it has paid: look for the payment by the date and means given.',
  ],
  ['Retrouvé', 'Found'],
  ['Introuvable', 'Not found'],
  ['Traiter le litige', 'Settle the dispute'],
  ['Fondé', 'Justified'],
  ['Fondé en partie', 'Justified in part'],
  ['Non fondé', 'Not justified'],
  ['Trouver le bon contact', 'Find the right contact'],
  ['Trouvé', 'Found'],
  ['J+20', 'D+20'],
  ['Dernier rappel', 'Last reminder'],
  ['Réponse + 2 ouvrés', 'Answer + 2 business days'],
  ['J+22', 'D+22'],
  ['Deuxième appel', 'Second call'],
  ['Difficulté de paiement', 'Trouble paying'],
  ['Décider : le débiteur ne peut pas payer', 'Decide: the debtor cannot pay'],
  ['Mise en demeure', 'Formal notice'],
  ['Échéancier', 'Instalments'],
  ['Remise à une agence', 'Handed to an agency'],
  ['Injonction de payer', 'Payment order'],
  ['Passage en perte', 'Write-off'],
  ['Décision du responsable', 'Decision of the manager'],
  ['Décider de la suite', 'Decide what follows'],
  ['Réglée', 'Settled'],
  ['Avoir à émettre', 'Credit note to issue'],
  ['Remise', 'Handed over'],
  ['Passée en perte', 'Written off'],
  ['Hors scénario', 'Outside the scenario'],
  ['J+5 ouvrés', 'D+5 business days'],
  ['Total du débiteur', 'Total of the debtor'],
  ['150 € et plus', '€150 and more'],
  ['J+40', 'D+40'],
  ['Relance 3', 'Reminder 3'],
  ['J+60', 'D+60'],
  ['Moins de 30 €', 'Under €30'],
  ['Passer au scénario ferme', 'Change to the firm scenario'],
  [
    'Le total en retard de ce débiteur atteint 150 € : suivez-le dans le scénario « Ferme ».',
    'What this debtor owes and is overdue reaches €150: follow it with the scenario “Firm”.',
  ],
  ['Scénario changé', 'Scenario changed'],
  ['Laisser sans suite', 'Leave it'],
  ['Proposer le passage en perte', 'Propose the write-off'],
  ['Approuvé', 'Approved'],
  ['Refusé', 'Refused'],
  ['Rappelée au prochain message', 'Recalled in the next message'],
]);
