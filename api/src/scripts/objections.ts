import type { Language } from '@relance/workflows/messages';

type Words = Record<Language, string>;

/** What people say instead of a date, how to answer, and what to note of it. Variables stand as `{{name}}`. */
export interface Objection {
  id: string;
  says: Words;
  answer: Words;
  /** What to note, in the words of the reader. */
  record: Words;
  /** The outcome of a call that records it. */
  outcome: 'promised' | 'paid-already' | 'disputed' | 'cannot-pay' | 'no-answer' | 'other';
  /** What is known of it already. */
  values: Readonly<Record<string, string>>;
}

export const OBJECTIONS: readonly Objection[] = [
  {
    id: 'not-received',
    says: { fr: "Je n'ai pas reçu la facture.", en: 'I never got the invoice.' },
    answer: {
      fr: "Je vous la renvoie à l'instant ; restez en ligne, vous l'avez ? L'échéance convenue reste le {{oldest_due_date}} : quelle date puis-je noter ?",
      en: 'I am sending it now; could you stay on the line and check? The agreed due date is still {{oldest_due_date}}: what date may I note?',
    },
    record: {
      fr: 'Renvoyée, adresse vérifiée. Jamais envoyée : nouvelle échéance, par le responsable.',
      en: 'Sent again, address checked. If it was never sent: a new due date, by the manager.',
    },
    outcome: 'promised',
    values: {},
  },
  {
    id: 'has-been-paid',
    says: { fr: "C'est parti, le virement est fait.", en: 'It has been paid.' },
    answer: {
      fr: "Merci ! Quel jour, quel montant, quelle référence ? Un avis de virement m'aiderait à l'affecter.",
      en: 'Thank you! What day, amount and reference? A transfer advice would help me allocate it.',
    },
    record: { fr: 'Déjà payée : date, moyen.', en: 'Paid already: date, means.' },
    outcome: 'paid-already',
    values: {},
  },
  {
    id: 'accountant-away',
    says: { fr: 'Le comptable est absent.', en: 'The accountant is away.' },
    answer: {
      fr: "Qui valide en son absence ? Sinon, quand revient-il, et à quelle heure puis-je l'appeler ?",
      en: 'Who approves while they are away? If nobody, when are they back, and at what time may I call?',
    },
    record: { fr: 'Pas de réponse : date de rappel.', en: 'No answer: when to call back.' },
    outcome: 'no-answer',
    values: {},
  },
  {
    id: 'sixty-days',
    says: { fr: 'On paie à 60 jours fin de mois.', en: 'We pay at 60 days end of month.' },
    answer: {
      fr: "Je vois {{payment_terms}} sur votre commande. Entre professionnels la loi plafonne à 60 jours, ou 45 jours fin de mois si c'est convenu. Pour ces factures-ci, quelle date ?",
      en: 'I see {{payment_terms}} on your order. For businesses, French law caps terms at 60 days, or 45 days end of month if agreed. For these invoices, what date?',
    },
    record: {
      fr: 'Motif : délai de paiement. Relire le contrat (C. com. L441-10 I).',
      en: 'Reason: terms. Check the contract (C. com. L441-10 I).',
    },
    outcome: 'other',
    values: {},
  },
  {
    id: 'waiting-for-payment',
    says: { fr: "Nous attendons d'être payés nous-mêmes.", en: 'We are waiting to be paid ourselves.' },
    answer: {
      fr: "Je comprends. Nos échéances n'y sont pas liées, mais voyons : quelle part pouvez-vous régler cette semaine, et quand attendez-vous ces fonds ?",
      en: 'I understand. Our due dates do not depend on it, but let us see: what can you pay this week, and when do you expect those funds?',
    },
    record: { fr: 'Acompte et promesse pour le reste.', en: 'Part payment, and a promise for the rest.' },
    outcome: 'promised',
    values: {},
  },
  {
    id: 'no-cash',
    says: { fr: 'Pas de trésorerie en ce moment.', en: 'No cash right now.' },
    answer: {
      fr: 'Merci de me le dire. Un échéancier court et écrit vaut mieux que le silence : quels montants pouvez-vous tenir à coup sûr, à quelles dates ?',
      en: 'Thank you for telling me. A short written schedule is better than silence: what amounts can you surely keep, on what dates?',
    },
    record: { fr: 'Difficulté de paiement : échéancier.', en: 'Hardship: instalments.' },
    outcome: 'cannot-pay',
    values: {},
  },
  {
    id: 'not-conforming',
    says: { fr: "La livraison n'était pas conforme.", en: 'The delivery was not right.' },
    answer: {
      fr: "Je le note précisément : quelle ligne, quel montant, avez-vous écrit à quelqu'un ? Je transmets aujourd'hui. Le reste, {{undisputed_amount}}, peut-il être réglé ?",
      en: 'Let me note it exactly: which line, what amount, did you write to anyone? I will pass it on today. Can the rest, {{undisputed_amount}}, be paid?',
    },
    record: { fr: 'Litige partiel : le montant contesté seulement.', en: 'Partial dispute: the disputed amount only.' },
    outcome: 'disputed',
    values: { reason: 'quality' },
  },
  {
    id: 'order-number',
    says: { fr: 'Il manque le bon de commande.', en: 'The order number is missing.' },
    answer: {
      fr: "Quel numéro vous faut-il, et qui peut me le donner chez vous ? Je renvoie la facture complète aujourd'hui ; elle passera à quel règlement ?",
      en: 'What number do you need, and who on your side can give it to me? I will resend the invoice complete today; in which payment run will it be?',
    },
    record: {
      fr: 'Litige : document manquant, sous 2 jours ouvrés.',
      en: 'Dispute: missing document, within 2 business days.',
    },
    outcome: 'disputed',
    values: { reason: 'missing-document' },
  },
  {
    id: 'send-an-email',
    says: { fr: 'Envoyez-moi un e-mail.', en: 'Just send me an e-mail.' },
    answer: {
      fr: "Avec plaisir, je l'envoie pendant que nous parlons. Pour ne pas vous rappeler : quelle date puis-je y écrire ?",
      en: 'With pleasure, I am sending it while we talk. So that I need not call again: what date may I put in it?',
    },
    record: { fr: 'Promesse, sinon autre issue.', en: 'A promise, else another outcome.' },
    outcome: 'promised',
    values: {},
  },
  {
    id: 'salesperson',
    says: { fr: "Votre commercial m'a accordé un délai.", en: 'Your salesperson gave me more time.' },
    answer: {
      fr: "Je vérifie avec lui aujourd'hui. Jusqu'à quelle date, pour quelles factures ? Je vous confirme par écrit.",
      en: 'I will check with them today. Until what date, and for which invoices? I will confirm in writing.',
    },
    record: {
      fr: 'À vérifier avec le commercial sous 1 jour ouvré ; suspendre jusque-là.',
      en: 'Check with the salesperson within 1 business day; hold until then.',
    },
    outcome: 'other',
    values: {},
  },
  {
    id: 'penalties',
    says: { fr: 'Je ne paierai pas vos pénalités.', en: 'I will not pay your penalties.' },
    answer: {
      fr: "Parlons d'abord du principal : réglé à la date convenue, je soumets la remise des pénalités à mon responsable. Quelle date ?",
      en: 'Let us first deal with the principal: if it is paid on the agreed date, I will ask my manager to waive them. What date?',
    },
    record: {
      fr: 'Promesse ; remise des pénalités demandée (pas pour un acheteur public).',
      en: 'A promise; waiver asked for (not for public buyers).',
    },
    outcome: 'promised',
    values: {},
  },
  {
    id: 'harassment',
    says: {
      fr: 'Vous me harcelez, je vais voir mon avocat.',
      en: 'You are harassing me, I will call my lawyer.',
    },
    answer: {
      fr: "Je regrette que ce soit ressenti ainsi. J'arrête ici et je préviens ma responsable, qui vous écrira. Souhaitez-vous n'être joint que par écrit ?",
      en: 'I am sorry it feels that way. I will stop here and tell my manager, who will write to you. Would you rather be contacted in writing only?',
    },
    record: {
      fr: 'Plainte : tout suspendre, prévenir le responsable.',
      en: 'Complaint: hold everything, tell the manager.',
    },
    outcome: 'other',
    values: {},
  },
  {
    id: 'insolvency',
    says: { fr: 'Nous sommes en procédure collective.', en: 'We are in insolvency proceedings.' },
    answer: {
      fr: 'Merci de cette information. De quel jour est le jugement, et qui est le mandataire ? Nous suspendons toute relance.',
      en: 'Thank you for telling me. What is the date of the judgment, and who is the administrator? We suspend all reminders.',
    },
    record: {
      fr: 'Procédure collective : tout arrêter, prévenir le contentieux.',
      en: 'Insolvency: stop everything, tell legal.',
    },
    outcome: 'other',
    values: {},
  },
];
