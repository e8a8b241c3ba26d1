import { useSyncExternalStore } from 'react';

/** Follows a media query, for what a style sheet alone cannot do. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** One pane at a time. */
export const usePhone = (): boolean => useMedia('(max-width: 720px)');
