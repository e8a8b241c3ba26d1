import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from './use-session.ts';

/** Now in the organisation's time: a sandbox's clock, else the real one as of when the page opened. */
export function useNow(): string {
  const { organisation } = useSession();
  const [real] = useState(() => new Date().toISOString());
  const clock = useQuery(trpc.clock.get.queryOptions(undefined, { enabled: organisation.sandbox })).data;
  return clock?.now ?? real;
}

/** The organisation's today, `YYYY-MM-DD`. */
export function useToday(): string {
  const { f } = useI18n();
  return f.dayKey(useNow());
}
