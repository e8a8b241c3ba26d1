import { area } from '../area.ts';

export const cases = area({
  fr: {
    title: 'Suivis',
  },
  en: {
    title: 'Follow-ups',
  },
});
