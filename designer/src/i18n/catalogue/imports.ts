import { area } from '../area.ts';

export const imports = area({
  fr: {
    title: 'Imports',
  },
  en: {
    title: 'Imports',
  },
});
