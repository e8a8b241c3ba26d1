import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';

export type Rail = { folded: boolean; toggle: () => void };

/** The navigation folds to a rail in the inbox, which needs the width; each place remembers the choice made there. */
export function useRail(): Rail {
  const inInbox = useLocation({ select: (location) => location.pathname.startsWith('/inbox') });
  const place = inInbox ? 'relance.rail.inbox' : 'relance.rail';
  const [, redraw] = useState(0);
  const folded = read(place) ?? inInbox;
  return {
    folded,
    toggle: () => {
      write(place, !folded);
      redraw((count) => count + 1);
    },
  };
}

function read(place: string): boolean | undefined {
  try {
    const value = localStorage.getItem(place);
    return value === null ? undefined : value === 'folded';
  } catch {
    return undefined; // storage may be refused by the browser
  }
}

function write(place: string, folded: boolean): void {
  try {
    localStorage.setItem(place, folded ? 'folded' : 'open');
  } catch {
    return; // without storage the navigation keeps its default
  }
}
