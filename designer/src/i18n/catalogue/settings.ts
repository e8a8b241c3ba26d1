import { area } from '../area.ts';

export const settings = area({
  fr: {
    title: 'Réglages',
  },
  en: {
    title: 'Settings',
  },
});
