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
};
