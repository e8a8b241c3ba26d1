import type { Catalogue } from '../messages/text.ts';

/** What findings and their fixes say: what will happen and what to do, in the words of people. */
export const LINT_MESSAGES: Catalogue = {
  'lint.broken-rule': {
    fr: 'Le contrôle {rule} n’a pas pu être fait : {reason}.',
    en: 'The check {rule} could not be made: {reason}.',
  },
  'lint.one-start.none': {
    fr: 'Le scénario n’a pas de départ : aucune facture ne pourrait y entrer.',
    en: 'The scenario has no start: no invoice could enter it.',
  },
  'lint.one-start.several': { fr: 'Un scénario n’a qu’un seul départ.', en: 'A scenario has only one start.' },
  'lint.unique-ids.node': { fr: 'Deux étapes portent l’identifiant {id}.', en: 'Two steps carry the id {id}.' },
  'lint.unique-ids.edge': { fr: 'Deux liens portent l’identifiant {id}.', en: 'Two links carry the id {id}.' },
  'lint.settings.currency': { fr: 'La devise {currency} est inconnue.', en: 'The currency {currency} is unknown.' },
  'lint.settings.timeZone': {
    fr: 'Le fuseau horaire {timeZone} est inconnu.',
    en: 'The time zone {timeZone} is unknown.',
  },
  'lint.known-type': {
    fr: 'Cette étape est d’un genre inconnu ({type}) et ne pourrait pas s’exécuter.',
    en: 'This step is of an unknown kind ({type}) and could not run.',
  },
  'lint.edge-ends.from': {
    fr: 'Un lien part d’une étape qui n’existe pas ({from}).',
    en: 'A link comes from a step that does not exist ({from}).',
  },
  'lint.edge-ends.to': {
    fr: 'Un lien mène à une étape qui n’existe pas ({to}).',
    en: 'A link leads to a step that does not exist ({to}).',
  },
  'lint.edge-ends.start': { fr: 'Rien ne peut revenir au départ.', en: 'Nothing can lead back to the start.' },
  'lint.edge-ends.outcome': {
    fr: 'Un lien part d’une issue que cette étape n’a pas ({outcome}).',
    en: 'A link comes from an outcome that this step does not have ({outcome}).',
  },
  'lint.one-edge-per-outcome': {
    fr: 'L’issue {outcome} mène à deux endroits : une seule suite est possible.',
    en: 'The outcome {outcome} leads to two places: only one can follow.',
  },
  'lint.outcome-connected': {
    fr: 'L’issue « {outcome} » ne mène nulle part : le suivi ne saurait pas continuer.',
    en: 'The outcome “{outcome}” leads nowhere: the follow-up would not know how to go on.',
  },
  'lint.ends-on.unknown': {
    fr: 'Une fin est marquée sur une issue que cette étape n’a pas ({outcome}).',
    en: 'An end is marked on an outcome that this step does not have ({outcome}).',
  },
  'lint.ends-on.connected': {
    fr: 'L’issue {outcome} est marquée comme fin, mais mène aussi plus loin : le lien l’emporte.',
    en: 'The outcome {outcome} is marked as an end but also leads on: the link wins.',
  },
  'lint.reachable': {
    fr: 'Aucun chemin ne mène ici depuis le départ : cette étape ne servirait jamais.',
    en: 'No path leads here from the start: this step would never run.',
  },
  'lint.end-reachable': {
    fr: 'À partir d’ici le suivi ne peut jamais se terminer.',
    en: 'From here the follow-up can never come to an end.',
  },
  'lint.cycle-waits': {
    fr: {
      one: 'Cette étape revient sur elle-même sans jamais attendre : ajoutez une tâche, ou une attente d’au moins un jour après l’étape précédente.',
      other:
        'Ces {count} étapes tournent en rond sans jamais attendre : ajoutez une tâche, ou une attente d’au moins un jour après l’étape précédente.',
    },
    en: {
      one: 'This step comes back to itself without ever waiting: add a task, or a wait of at least one day after the step before.',
      other:
        'These {count} steps go round without ever waiting: add a task, or a wait of at least one day after the step before.',
    },
  },
  'lint.tone-never-drops': {
    fr: 'Le ton baisse (de {gravest} à {tone}) après « {before} » : le débiteur n’y croira plus.',
    en: 'The tone drops (from {gravest} to {tone}) after “{before}”: the debtor will no longer believe it.',
  },
  'lint.severe-step.message': {
    fr: 'Ce message grave peut partir sans qu’une relance plus douce l’ait précédé.',
    en: 'This severe message can leave without a milder reminder before it.',
  },
  'lint.severe-step.call': {
    fr: 'Ce message grave peut partir sans qu’un appel ait été tenté.',
    en: 'This severe message can leave without a call having been tried.',
  },
  'lint.wait-never-waits': {
    fr: 'Avant {anchor}, le moment est toujours passé : cette attente continuera aussitôt.',
    en: 'Before {anchor} is always past: this wait will go on at once.',
  },
  'lint.wait-anchor.unknown-node': {
    fr: 'L’attente compte à partir d’une étape qui n’existe pas ({step}).',
    en: 'The wait counts from a step that does not exist ({step}).',
  },
  'lint.wait-anchor.no-date': {
    fr: 'L’étape « {step} » ne demande pas cette date.',
    en: 'The step “{step}” does not ask for that date.',
  },
  'lint.wait-anchor.no-answer-by': {
    fr: 'L’étape « {step} » ne donne pas de date de réponse.',
    en: 'The step “{step}” gives no date for an answer.',
  },
  'lint.wait-anchor.not-before': {
    fr: 'L’étape « {step} » ne vient pas avant cette attente.',
    en: 'The step “{step}” does not come before this wait.',
  },
  'lint.template-exists': { fr: 'Le modèle {template} n’existe pas.', en: 'The template {template} does not exist.' },
  'lint.template-variables': {
    fr: 'Le modèle {template} contient une variable inconnue : {variable}.',
    en: 'The template {template} holds an unknown variable: {variable}.',
  },
  'lint.template-language.fr': {
    fr: 'Le modèle {template} n’existe pas en français.',
    en: 'The template {template} does not exist in French.',
  },
  'lint.template-language.en': {
    fr: 'Le modèle {template} n’existe pas en anglais.',
    en: 'The template {template} does not exist in English.',
  },
  'lint.answer-in': {
    fr: 'Le modèle {template} annonce une date de réponse que cette étape ne donne pas : ce sera {count} jours après l’envoi.',
    en: 'The template {template} names a date for the answer that this step does not give: it will be {count} days after sending.',
  },
  'lint.script-exists': { fr: 'Le script {script} n’existe pas.', en: 'The script {script} does not exist.' },
  'lint.fact-exists.unknown': { fr: 'La donnée {fact} n’existe pas.', en: 'The fact {fact} does not exist.' },
  'lint.fact-exists.answer': {
    fr: 'La réponse « {fact} » n’est demandée par aucune étape.',
    en: 'The answer “{fact}” is asked for by no step.',
  },
  'lint.fact-exists.not-before': {
    fr: 'La réponse « {fact} » n’est pas encore connue ici.',
    en: 'The answer “{fact}” is not known yet here.',
  },
  'lint.fact-operator': {
    fr: '« {fact} » est un texte : « {operator} » ne peut pas s’y appliquer.',
    en: '“{fact}” is a text: “{operator}” cannot be applied to it.',
  },
  'lint.fact-value.money': { fr: '« {fact} » se compare à un montant.', en: '“{fact}” is compared with an amount.' },
  'lint.fact-value.number': { fr: '« {fact} » se compare à un nombre.', en: '“{fact}” is compared with a number.' },
  'lint.fact-value.text': { fr: '« {fact} » se compare à un texte.', en: '“{fact}” is compared with a text.' },
  'lint.fact-value.date': {
    fr: '« {fact} » se compare à une date (AAAA-MM-JJ).',
    en: '“{fact}” is compared with a date (YYYY-MM-DD).',
  },
  'lint.unlike-currency': {
    fr: 'Le scénario est en {currency} : comparé en {other}, « {fact} » ne s’appliquera jamais.',
    en: 'The scenario is in {currency}: compared in {other}, “{fact}” will never apply.',
  },

  'config.required': { fr: 'À remplir.', en: 'Required.' },
  'config.invalid': { fr: 'Valeur d’un mauvais genre.', en: 'A value of the wrong kind.' },
  'config.unknown-member': { fr: 'Réglage inconnu : {member}.', en: 'Unknown setting: {member}.' },
  'config.choice': { fr: 'Une de ces valeurs : {choices}.', en: 'One of these values: {choices}.' },
  'config.too-small.number': { fr: 'Au moins {count}.', en: 'At least {count}.' },
  'config.too-big.number': { fr: 'Au plus {count}.', en: 'At most {count}.' },
  'config.too-small.string': {
    fr: { one: 'À remplir.', other: 'Au moins {count} caractères.' },
    en: { one: 'Required.', other: 'At least {count} characters.' },
  },
  'config.too-big.string': { fr: 'Au plus {count} caractères.', en: 'At most {count} characters.' },
  'config.too-small.array': {
    fr: { one: 'Au moins un élément.', other: 'Au moins {count} éléments.' },
    en: { one: 'At least one item.', other: 'At least {count} items.' },
  },
  'config.too-big.array': { fr: 'Au plus {count} éléments.', en: 'At most {count} items.' },
  'config.time': { fr: 'Une heure, par exemple 09:00.', en: 'A time of day, for example 09:00.' },
  'config.id': {
    fr: 'Un identifiant de 1 à 64 lettres sans accent, chiffres, - ou _.',
    en: 'An id of 1 to 64 plain letters, digits, - or _.',
  },
  'config.id-taken': { fr: 'Cet identifiant est déjà pris.', en: 'This id is already taken.' },
  'config.money': {
    fr: 'Un montant tel que 1234.56, dans une devise connue.',
    en: 'An amount such as 1234.56, in a known currency.',
  },
  'config.currency': { fr: 'Un code de devise, par exemple EUR.', en: 'A currency code, for example EUR.' },
  'config.repeated': { fr: 'Chaque choix une seule fois.', en: 'Each choice only once.' },
  'config.choice-options': { fr: 'Un choix demande des options.', en: 'A choice needs options.' },
  'config.only-choice-options': { fr: 'Seul un choix a des options.', en: 'Only a choice has options.' },
  'config.too-deep': {
    fr: 'Conditions trop imbriquées (5 niveaux au plus).',
    en: 'Conditions nested too deep (5 levels at most).',
  },
  'config.takes-no-value': { fr: 'Cette comparaison ne prend pas de valeur.', en: 'This comparison takes no value.' },
  'config.needs-value': { fr: 'Cette comparaison demande une valeur.', en: 'This comparison needs a value.' },
  'config.needs-list': { fr: '« parmi » demande une liste de valeurs.', en: '“one of” needs a list of values.' },
  'config.needs-one-value': {
    fr: 'Cette comparaison demande une seule valeur.',
    en: 'This comparison needs a single value.',
  },
  'config.unstorable': { fr: 'Ce texte contient un caractère interdit.', en: 'This text holds a forbidden character.' },

  'fix.remove-node': { fr: 'Retirer l’étape', en: 'Remove the step' },
  'fix.disconnect': { fr: 'Retirer le lien', en: 'Remove the link' },
  'fix.end-on-purpose': { fr: 'Terminer ici', en: 'End here' },
  'fix.unmark-end': { fr: 'Retirer la marque de fin', en: 'Remove the end mark' },
  'fix.remove-member': { fr: 'Retirer {member}', en: 'Remove {member}' },
  'fix.answer-in': { fr: 'Demander une réponse sous {count} jours', en: 'Ask for an answer within {count} days' },
};
