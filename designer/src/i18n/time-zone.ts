import { create } from 'zustand';

const store = create<{ timeZone: string }>(() => ({ timeZone: 'Europe/Paris' }));

/** Instants are read in the zone of the organisation, wherever the person sits. */
export const useTimeZone = (): string => store((state) => state.timeZone);

export function setTimeZone(timeZone: string): void {
  store.setState({ timeZone });
}
