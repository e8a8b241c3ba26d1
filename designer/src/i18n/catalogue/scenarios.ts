import { area } from '../area.ts';

export const scenarios = area({
  fr: {
    title: 'Scénarios',
  },
  en: {
    title: 'Scenarios',
  },
});
