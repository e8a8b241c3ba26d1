import { area } from '../area.ts';

export const mailbox = area({
  fr: {
    title: 'Messagerie',
  },
  en: {
    title: 'Mailbox',
  },
});
