import { useEffect, useState } from 'react';

const restMs = 250;

/** A value as it stands once nobody has changed it for a moment: what is typed asks nothing of the server meanwhile. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
