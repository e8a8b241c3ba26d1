import { area } from '../area.ts';

export const editor = area({
  fr: {
    title: 'Scénario',
  },
  en: {
    title: 'Scenario',
  },
});
