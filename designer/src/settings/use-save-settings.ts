import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { toast } from '../ui/index.ts';

/** Saves what of the organisation's settings has changed; pages that count with them ask again. */
export function useSaveSettings() {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.organisation.update.mutationOptions({
      onSuccess: async (settings) => {
        toast(t('organisation.saved'));
        queryClient.setQueryData(trpc.organisation.settings.queryKey(), settings);
        await queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() });
      },
    }),
  );
}
