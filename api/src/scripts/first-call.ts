import type { Script } from './script.ts';

export const firstCall: Script = {
  fr: [
    [
      'Bonjour, {{sender_name}}, de la société {{entity_name}}. Pourrais-je parler à {{contact_name}}, ou à la personne qui suit les règlements fournisseurs ?',
      'Bonjour, {{sender_name}}, de la société {{entity_name}}. Pourrais-je parler à la personne qui suit les règlements fournisseurs ?',
    ],
    'Bonne personne ? (sinon nom et ligne directe ; ne rien dire de la dette à un tiers)',
    "Je vous appelle au sujet d'un règlement en attente : {{invoices_short}}, {{total_due}}, échéance la plus ancienne : {{oldest_due_date}}. Avez-vous bien tout reçu ? (se taire, écouter)",
    "Qu'est-ce qui a retardé le règlement ? → motif",
    "« C'est parti » : par quel moyen, à quelle date, pour quel montant, sous quelle référence ?",
    'Sinon : à quelle date pouvez-vous nous garantir le paiement ? Par virement ? De la totalité ? → date, montant, moyen, qui valide',
    'Date trop lointaine : quelle part peut partir cette semaine ?',
    'Un désaccord : sur quelle facture, quel montant, pourquoi ? Le reste peut-il être réglé ? → litige partiel',
    "Je résume : … C'est bien cela ?",
    'Je vous envoie tout de suite un e-mail de confirmation. À quelle adresse ? → e-mail',
    'Merci de votre temps, je note le {{promise_date}}.',
  ],
  en: [
    [
      'Hello, this is {{sender_name}} from {{entity_name}}. Could I speak to {{contact_name}}, or to whoever handles supplier payments?',
      'Hello, this is {{sender_name}} from {{entity_name}}. Could I speak to whoever handles supplier payments?',
    ],
    'Right person? (if not, name and direct line; say nothing of the debt to anyone else)',
    'I am calling about {{invoices_short}}, {{total_due}}, due on {{oldest_due_date}}. Did you receive them? (pause, listen)',
    'What has held up the payment? → reason',
    '"It has been sent": by what means, on what date, for what amount, under what reference?',
    'Otherwise: on what date can you commit to pay? By transfer? In full? → date, amount, means, who approves',
    'Date too far off: what part could go this week?',
    'A disagreement: which invoice, how much, why? Can the rest be paid? → partial dispute',
    'Let me sum up: … Is that right?',
    'I am sending you a confirmation by e-mail right away. To what address? → e-mail',
    'Thank you for your time, I have noted {{promise_date}}.',
  ],
};
