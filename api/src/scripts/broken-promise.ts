import type { Script } from './script.ts';

export const brokenPromise: Script = {
  fr: [
    "Vérifier la banque et les fonds non affectés avant d'appeler",
    [
      'Bonjour {{contact_name}}, {{sender_name}}. Le {{call_date}}, nous avions convenu de {{promise_line}}. À ce jour je ne vois rien arriver.',
      'Bonjour, {{sender_name}}. Le {{call_date}}, nous avions convenu de {{promise_line}}. À ce jour je ne vois rien arriver.',
    ],
    "Que s'est-il passé ? → motif (erreur, trésorerie, validation, désaccord, autre)",
    "Erreur : pouvez-vous faire le virement aujourd'hui et m'envoyer l'avis d'opération ? → justificatif",
    'Validation : qui doit signer, et puis-je lui parler ? → décideur',
    "Trésorerie : combien pouvez-vous payer aujourd'hui ? Pour le reste, un échéancier écrit. → acompte, plan",
    "Pour que ce soit clair : c'est la seconde date. Sans paiement le {{promise_date}}, le dossier passe à l'étape suivante : {{next_step}}.",
    "Je résume et je vous l'écris. Récapitulatif envoyé ?",
  ],
  en: [
    'Check the bank and unallocated money before calling',
    [
      'Hello {{contact_name}}, this is {{sender_name}}. On {{call_date}} we agreed on {{promise_line}}. So far I see nothing coming in.',
      'Hello, this is {{sender_name}}. On {{call_date}} we agreed on {{promise_line}}. So far I see nothing coming in.',
    ],
    'What happened? → reason (mistake, cash, approval, disagreement, other)',
    'Mistake: can you make the transfer today and send me the proof? → proof',
    'Approval: who has to sign, and may I speak to them? → decision-maker',
    'Cash: how much can you pay today? For the rest, a written schedule. → part payment, plan',
    'To be clear: this is the second date. Without payment on {{promise_date}}, the file moves to the next step: {{next_step}}.',
    'I will sum up and put it in writing. Recap sent?',
  ],
};
