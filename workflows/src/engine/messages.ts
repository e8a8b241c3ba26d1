import type { Catalogue } from '../messages/text.ts';

/** What the engine foresees, and what is wrong with an answer. */
export const ENGINE_MESSAGES: Catalogue = {
  'ahead.send-email': { fr: 'E-mail : {label}', en: 'E-mail: {label}' },
  'ahead.confirm-email': { fr: 'E-mail après accord : {label}', en: 'E-mail once confirmed: {label}' },
  'ahead.call': { fr: 'Appel : {title}', en: 'Call: {title}' },
  'ahead.task': { fr: 'Tâche : {title}', en: 'Task: {title}' },
  'ahead.end': { fr: 'Fin du suivi : {reason}', en: 'End of the follow-up: {reason}' },
  'ahead.held': { fr: 'Reprise du suivi', en: 'The follow-up resumes' },
  'ahead.nothing': { fr: 'Rien d’autre ne se passe.', en: 'Nothing else happens.' },
  'ahead.incident': { fr: 'Le suivi s’arrêterait sur un incident.', en: 'The follow-up would stop on an incident.' },

  'completion.outcome': { fr: 'Cette tâche n’a pas l’issue {outcome}.', en: 'This task has no outcome {outcome}.' },
  'completion.required': { fr: 'À remplir.', en: 'Required.' },
  'completion.unknown-field': { fr: 'Cette issue ne demande pas cela.', en: 'This outcome does not ask for that.' },
  'completion.text': { fr: 'Un texte.', en: 'A text.' },
  'completion.too-long': { fr: 'Au plus 500 caractères.', en: 'At most 500 characters.' },
  'completion.date': { fr: 'Une date qui existe (AAAA-MM-JJ).', en: 'A date that exists (YYYY-MM-DD).' },
  'completion.number': { fr: 'Un nombre.', en: 'A number.' },
  'completion.choice': { fr: 'Un des choix proposés.', en: 'One of the choices offered.' },
  'completion.money': {
    fr: 'Un montant tel que 1234.56, avec sa devise.',
    en: 'An amount such as 1234.56, with its currency.',
  },
  'completion.money-positive': { fr: 'Un montant supérieur à zéro.', en: 'An amount above zero.' },
  'completion.invoice': {
    fr: 'Une facture de cette tâche, une seule fois.',
    en: 'An invoice of this task, named once.',
  },
  'completion.currency': { fr: 'Dans la devise des factures.', en: 'In the currency of the invoices.' },
  'completion.email': { fr: 'Une adresse e-mail.', en: 'An e-mail address.' },

  'task.address': { fr: 'Trouver une adresse e-mail', en: 'Find an e-mail address' },
  'task.unknown-delivery': {
    fr: 'Vérifier si un message est bien parti',
    en: 'Find out whether a message has left',
  },
  'task.credits': { fr: 'Imputer avoirs et règlements', en: 'Set off credits and payments' },
  'task.reply': { fr: 'Lire la réponse du débiteur', en: 'Read the debtor’s reply' },
  'task.why.credits': {
    fr: 'Ce que nous lui devons couvre ce qu’il doit',
    en: 'What we owe it covers what it owes',
  },
  'task.why.reply': { fr: 'Le débiteur a répondu', en: 'The debtor has answered' },
  'task.why.call': {
    fr: { one: '{count} facture, {days} j de retard', other: '{count} factures, jusqu’à {days} j de retard' },
    en: { one: '{count} invoice, {days} days late', other: '{count} invoices, up to {days} days late' },
  },
  'task.why.task': {
    fr: { one: 'Étape du scénario, {count} facture', other: 'Étape du scénario, {count} factures' },
    en: { one: 'Step of the scenario, {count} invoice', other: 'Step of the scenario, {count} invoices' },
  },
  'task.why.confirm-email': {
    fr: { one: 'E-mail à valider, {count} facture', other: 'E-mail à valider, {count} factures' },
    en: { one: 'E-mail to confirm, {count} invoice', other: 'E-mail to confirm, {count} invoices' },
  },
  'task.why.address': { fr: 'Aucune adresse utilisable', en: 'No usable address' },
  'task.why.unknown-delivery': {
    fr: 'Le serveur de messagerie n’a pas répondu',
    en: 'The mail server did not answer',
  },
  'outcome.done': { fr: 'C’est fait', en: 'Done' },
  'outcome.found': { fr: 'Adresse trouvée', en: 'Address found' },
  'outcome.none': { fr: 'Aucune adresse', en: 'No address' },
  'outcome.arrived': { fr: 'Bien parti', en: 'It has left' },
  'outcome.lost': { fr: 'Pas parti', en: 'It has not left' },
};
