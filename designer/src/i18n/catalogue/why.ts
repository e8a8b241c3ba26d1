import { area } from '../area.ts';

export const why = area({
  fr: {
    title: 'Pourquoi ?',
    sent: 'Ce qui a été envoyé',
    'not-sent': 'Ce qui n’est pas parti',
    next: 'Ce qui vient',
    'sent-none': 'Rien n’a encore été envoyé.',
    'not-sent-none': 'Rien n’est retenu.',
    'next-none': 'Rien n’est prévu.',
    'no-date': 'Quand quelqu’un ou un fait le permet',
    now: 'En ce moment',
    read: 'Lire le message',
    more_one: 'Montrer {{count, number}} autre',
    more_other: 'Montrer {{count, number}} autres',
  },
  en: {
    title: 'Why?',
    sent: 'What was sent',
    'not-sent': 'What has not left',
    next: 'What comes next',
    'sent-none': 'Nothing has been sent yet.',
    'not-sent-none': 'Nothing is kept back.',
    'next-none': 'Nothing is planned.',
    'no-date': 'When somebody or a fact allows it',
    now: 'Now',
    read: 'Read the message',
    more_one: 'Show {{count, number}} more',
    more_other: 'Show {{count, number}} more',
  },
});
