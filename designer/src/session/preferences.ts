import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../api.ts';
import { changeLanguage, type Language } from '../i18n/index.ts';
import { readStored } from '../i18n/language.ts';
import { setTimeZone } from '../i18n/time-zone.ts';
import { readStoredTheme, setTheme, type Theme } from './theme.ts';
import type { Session } from './use-session.ts';

/** Changes language or theme here at once, and with the account for the other devices. */
export function usePreferences() {
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.session.setPreferences.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() }),
    }),
  );
  return {
    setLanguage: (language: Language): void => {
      void changeLanguage(language);
      save.mutate({ language });
    },
    setTheme: (theme: Theme): void => {
      setTheme(theme);
      save.mutate({ theme });
    },
  };
}

/** What the account remembers counts where this browser has no choice of its own. */
export function useAccountPreferences(session: Session): void {
  const { language, theme } = session.user;
  const { timeZone } = session.organisation;
  useEffect(() => setTimeZone(timeZone), [timeZone]);
  useEffect(() => {
    if (language && !readStored()) void changeLanguage(language === 'fr' ? 'fr' : 'en');
    if (theme && !readStoredTheme()) setTheme(theme === 'dark' || theme === 'light' ? theme : 'system');
  }, [language, theme]);
}
