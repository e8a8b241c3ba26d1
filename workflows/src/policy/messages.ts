import type { Catalogue } from '../messages/text.ts';
import { VARIABLES } from '../templates/variables.ts';

/** Why a message was sent, why none was, and what comes next: what guards and rows say, in words. */
export const WHY_MESSAGES: Catalogue = {
  'why.leaves': {
    fr: 'Rien ne s’y oppose : il part au prochain passage.',
    en: 'Nothing stands in its way: it leaves next.',
  },
  'why.slot': { fr: 'Son heure d’envoi est le {at}.', en: 'Its time to leave is {at}.' },

  'why.drop.paid': { fr: 'La facture est payée : il ne partira pas.', en: 'The invoice is paid: it will not leave.' },
  'why.drop.credited': {
    fr: 'Un avoir couvre la facture : il ne partira pas.',
    en: 'A credit note covers the invoice: it will not leave.',
  },
  'why.drop.cancelled': {
    fr: 'Le suivi a été arrêté : il ne partira pas.',
    en: 'The follow-up was stopped: it will not leave.',
  },
  'why.drop.ended': {
    fr: 'Le suivi est terminé : il ne partira pas.',
    en: 'The follow-up is over: it will not leave.',
  },
  'why.drop.covered-by-credits': {
    fr: 'Avoirs et règlements à affecter couvrent la somme demandée : il ne partira pas.',
    en: 'Credits and unallocated money cover what it asks for: it will not leave.',
  },

  'why.wait.exclusion': {
    fr: 'Le débiteur ou la facture est exclu des relances.',
    en: 'The debtor or the invoice is excluded from reminders.',
  },
  'why.wait.hold': { fr: 'Le suivi est en pause.', en: 'The follow-up is on hold.' },
  'why.wait.dispute': { fr: 'La facture est contestée.', en: 'The invoice is disputed.' },
  'why.wait.address': {
    fr: 'Personne ne peut être joint : aucune adresse e-mail utilisable.',
    en: 'Nobody can be written to: there is no usable e-mail address.',
  },
  'why.wait.sending': { fr: 'Les envois sont arrêtés.', en: 'Sending is off.' },
  'why.wait.stale': {
    fr: 'Le dernier point sur les règlements est trop ancien : quelqu’un doit relire et libérer l’envoi.',
    en: 'The last word on payments is too old: somebody has to read and release it.',
  },
  'why.wait.batch': {
    fr: 'L’envoi du jour est bien plus grand que d’habitude : quelqu’un doit le libérer.',
    en: 'Today’s batch is far larger than usual: somebody has to release it.',
  },
  'why.wait.confirmation': { fr: 'Il attend l’accord d’une personne.', en: 'It waits for a person’s agreement.' },
  'why.wait.refused': {
    fr: 'Il manque une donnée sans laquelle aucun message ne part.',
    en: 'Something is missing without which no message leaves.',
  },
  'why.lacks': { fr: 'Il manque : {what}.', en: 'Missing: {what}.' },
  'why.wait.person': { fr: 'Une personne l’a mis de côté.', en: 'A person has set it aside.' },
  'why.wait.person-said': { fr: 'Une personne l’a mis de côté : {reason}', en: 'A person has set it aside: {reason}' },
  'why.wait.nothing-asked-before': {
    fr: 'Aucune demande sur cette facture ne lui est encore parvenue : quelqu’un doit décider de ce message grave.',
    en: 'No demand about this invoice has reached it yet: somebody has to decide on so grave a message.',
  },
  'why.wait.text-outdated': {
    fr: 'Son texte a été écrit pour d’autres factures : quelqu’un doit le relire.',
    en: 'Its text was written for other invoices: somebody has to read it again.',
  },

  'why.later.answered': {
    fr: 'Le débiteur a répondu : rien ne lui est envoyé jusqu’au {until}, sauf si quelqu’un a lu la réponse.',
    en: 'The debtor has answered: nothing is sent until {until}, unless somebody has read the answer.',
  },
  'why.later.closed': {
    fr: 'Les messages partent aux heures de bureau : celui-ci partira le {until}.',
    en: 'Messages leave during office hours: this one leaves on {until}.',
  },
  'why.later.weekly-cap': {
    fr: 'Ce débiteur a reçu assez de messages en sept jours : celui-ci ne part pas avant le {until}.',
    en: 'This debtor has had enough messages in seven days: this one does not leave before {until}.',
  },
  'why.later.minimum-distance': {
    fr: 'Le délai minimal depuis le message précédent court jusqu’au {until}.',
    en: 'The minimum time since the message before lasts until {until}.',
  },
  'why.later.set-aside': {
    fr: 'Une personne l’a mis de côté jusqu’au {until}.',
    en: 'A person has set it aside until {until}.',
  },

  'why.cover': { fr: 'Un message déjà parti cite cette facture.', en: 'A message that has left names this invoice.' },
  'why.covered': {
    fr: 'Le message du {at} citait déjà cette facture.',
    en: 'The message of {at} named this invoice already.',
  },
  'why.keep.message-under-way': {
    fr: 'Un autre message à ce débiteur est en route.',
    en: 'Another message to this debtor is under way.',
  },
  'why.keep.other-first': {
    fr: 'Un autre message à ce débiteur part d’abord.',
    en: 'Another message to this debtor leaves first.',
  },
  'why.unknown': {
    fr: 'Le serveur de messagerie n’a pas répondu : nul ne sait s’il est parti.',
    en: 'The mail server did not answer: nobody knows whether it has left.',
  },

  'why.not-sent.paid': { fr: 'La facture était payée.', en: 'The invoice was paid.' },
  'why.not-sent.credited': { fr: 'Un avoir couvrait la facture.', en: 'A credit note covered the invoice.' },
  'why.not-sent.cancelled': { fr: 'Le suivi a été arrêté.', en: 'The follow-up was stopped.' },
  'why.not-sent.ended': { fr: 'Le suivi était terminé.', en: 'The follow-up was over.' },
  'why.not-sent.covered-by-credits': {
    fr: 'Avoirs et règlements à affecter couvraient la somme demandée.',
    en: 'Credits and unallocated money covered what it asked for.',
  },
  'why.not-sent.dropped': { fr: 'Une personne a choisi de ne pas l’envoyer.', en: 'A person chose not to send it.' },
  'why.not-sent.bounced': {
    fr: 'Le message est revenu : l’adresse ne reçoit rien.',
    en: 'It came back: the address takes no mail.',
  },
  'why.not-sent.lost': {
    fr: 'Une personne a constaté qu’il n’est pas parti.',
    en: 'A person found that it had not left.',
  },
  'why.not-sent.moved': {
    fr: 'Le suivi a été déplacé à une autre étape.',
    en: 'The follow-up was moved to another step.',
  },
  'why.not-sent.skipped': { fr: 'Une personne a passé cette étape.', en: 'A person skipped this step.' },
  'why.not-sent.joined': {
    fr: 'Une autre branche du scénario a suffi.',
    en: 'Another branch of the scenario was enough.',
  },
  'why.not-sent.retried': { fr: 'L’étape est tentée à nouveau.', en: 'The step is tried again.' },
  'why.not-sent.withdrawn': { fr: 'Le scénario l’a retiré.', en: 'The scenario withdrew it.' },
  'why.not-sent.refused': {
    fr: 'Le serveur de messagerie l’a refusé : {reason}',
    en: 'The mail server refused it: {reason}',
  },

  'why.sent.step': {
    fr: 'L’étape « {step} » du scénario « {scenario} » le demandait.',
    en: 'The step “{step}” of the scenario “{scenario}” asked for it.',
  },
  'why.sent.late': {
    fr: { one: 'La facture avait {count} jour de retard.', other: 'La facture avait {count} jours de retard.' },
    en: { one: 'The invoice was {count} day late.', other: 'The invoice was {count} days late.' },
  },
  'why.sent.before-due': {
    fr: { one: 'L’échéance était dans {count} jour.', other: 'L’échéance était dans {count} jours.' },
    en: { one: 'The due date was {count} day away.', other: 'The due date was {count} days away.' },
  },
  'why.sent.together': {
    fr: { one: 'Il réclamait {count} facture.', other: 'Il réclamait {count} factures ensemble.' },
    en: { one: 'It asked for {count} invoice.', other: 'It asked for {count} invoices together.' },
  },
  'why.sent.confirmed': { fr: 'Une personne l’avait relu et validé.', en: 'A person had read it and let it leave.' },
  'why.sent.first': { fr: 'Aucune relance ne l’avait précédé.', en: 'No reminder came before it.' },
  'why.sent.distance': {
    fr: {
      one: 'La relance précédente datait du {at} : le délai minimal de {count} jour était passé.',
      other: 'La relance précédente datait du {at} : le délai minimal de {count} jours était passé.',
    },
    en: {
      one: 'The reminder before it left on {at}: the minimum of {count} day had passed.',
      other: 'The reminder before it left on {at}: the minimum of {count} days had passed.',
    },
  },
  'why.sent.text-standard': { fr: 'Texte : modèle standard.', en: 'Text: the standard template.' },
  'why.sent.text-own': {
    fr: 'Texte : modèle de l’organisation, version {version}.',
    en: 'Text: the organisation’s own template, version {version}.',
  },
  'why.sent.text-edited': {
    fr: 'Texte : modifié par une personne pour ce seul message.',
    en: 'Text: changed by a person for this one message.',
  },

  'why.case.closing-paid': {
    fr: 'La facture est payée : le suivi se termine.',
    en: 'The invoice is paid: the follow-up ends.',
  },
  'why.case.closing-cancelled': { fr: 'Le suivi est en cours d’arrêt.', en: 'The follow-up is being stopped.' },
  'why.case.incident': { fr: 'Le suivi est arrêté par un incident.', en: 'The follow-up is stopped by an incident.' },
  'why.case.held': {
    fr: 'Le suivi est en pause jusqu’à sa reprise.',
    en: 'The follow-up is on hold until it is resumed.',
  },
  'why.case.held-until': {
    fr: 'Le suivi est en pause jusqu’au {until}.',
    en: 'The follow-up is on hold until {until}.',
  },
  'why.case.time': { fr: 'L’étape « {step} » attend jusqu’au {until}.', en: 'The step “{step}” waits until {until}.' },
  'why.case.task': {
    fr: 'L’étape « {step} » attend qu’une personne la termine.',
    en: 'The step “{step}” waits for a person to complete it.',
  },
  'why.case.beginning': { fr: 'Le scénario décide au prochain passage.', en: 'The scenario decides next.' },

  'why.idle.excluded': { fr: 'La facture est exclue des relances.', en: 'The invoice is excluded from reminders.' },
  'why.idle.disputed': {
    fr: 'La facture est contestée et aucun suivi ne la porte.',
    en: 'The invoice is disputed and no follow-up has it.',
  },
  'why.idle.ended': {
    fr: 'Son suivi est terminé ({reason}) et aucun autre n’a commencé.',
    en: 'Its follow-up has ended ({reason}) and no other has begun.',
  },
  'why.idle.overdue': {
    fr: 'Elle est échue et aucun scénario ne la suit.',
    en: 'It is overdue and no scenario follows it.',
  },
  'why.idle.not-due': {
    fr: 'Elle n’est pas échue et aucun scénario ne la suit.',
    en: 'It is not due yet and no scenario follows it.',
  },

  ...Object.fromEntries(Object.entries(VARIABLES).map(([name, { meaning }]) => [`variable.${name}`, meaning])),
};
