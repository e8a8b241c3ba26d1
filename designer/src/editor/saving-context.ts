import { createContext, useContext } from 'react';
import type { Autosave } from './store/autosave.ts';

export type Saving = Pick<Autosave, 'flush'>;

export const SavingContext = createContext<Saving | null>(null);

/** Saves at once what is unsaved: before publishing, renaming, leaving. */
export function useSaving(): Saving {
  const saving = useContext(SavingContext);
  if (saving === null) throw new Error('Used outside an open scenario');
  return saving;
}
