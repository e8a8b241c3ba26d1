import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import { i18n } from './i18n/i18n.ts';
import { queryClient } from './query-client.ts';
import type { AppRouter } from './router.tsx';
import { Toaster, TooltipProvider } from './ui/index.ts';

/** The web application: pages by `router.tsx`, data by `api.ts`, words by `i18n/`, looks by `styles/` and `ui/`. */
export function App({ router }: { router: AppRouter }) {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nextProvider i18n={i18n}>
        <TooltipProvider delayDuration={400}>
          <RouterProvider router={router} />
          <Toaster />
        </TooltipProvider>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
