import { area } from '../area.ts';

export const inbox = area({
  fr: {
    title: 'Tâches',
  },
  en: {
    title: 'Tasks',
  },
});
