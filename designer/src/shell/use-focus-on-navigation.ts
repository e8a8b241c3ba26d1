import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/** Another page puts the focus on its content, so that keys and screen readers start there; a row inside does not. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const area = useLocation({ select: (location) => location.pathname.split('/')[1] });
  const last = useRef(area);
  useEffect(() => {
    if (last.current === area) return;
    last.current = area;
    main.current?.focus({ preventScroll: true });
  }, [area]);
  return main;
}
