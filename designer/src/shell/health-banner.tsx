import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Banner } from '../ui/index.ts';
import { healthQuery } from './health.ts';

/** Names the part that is away and what still works; when it is back, everything on screen is asked again. */
export function HealthBanner() {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const away = useQuery(healthQuery).data ?? null;
  const before = useRef(away);
  useEffect(() => {
    if (before.current && !away) void queryClient.invalidateQueries();
    before.current = away;
  }, [away, queryClient]);
  if (!away) return null;
  return (
    <Banner tone={away === 'api' || away === 'postgres' ? 'danger' : 'warn'} title={t(`shell.health.${away}`)}>
      {t(`shell.health.${away}-text`)}
    </Banner>
  );
}
