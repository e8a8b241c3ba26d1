import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { problemOf } from '../problem/problem.ts';
import { toast } from '../ui/index.ts';
import type { Template, TemplateDraft, TemplateLanguage } from './use-template-draft.ts';

/** Saves the words of one language, or goes back to the standard ones. */
export function useSaveTemplate(id: string, language: TemplateLanguage, draft: TemplateDraft) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  async function take(template: Template) {
    queryClient.setQueryData(trpc.templates.get.queryKey({ id }), template);
    draft.discard();
    await queryClient.invalidateQueries({ queryKey: trpc.templates.list.pathKey() });
  }
  async function onError(error: unknown) {
    if (problemOf(error).code !== 'stale-text') return;
    // their version is shown among the others; what is saved next follows it
    const current = await queryClient.fetchQuery({ ...trpc.templates.get.queryOptions({ id }), staleTime: 0 });
    draft.rebase(current.texts.find((row) => row.language === language)?.lastVersion ?? 0);
  }
  const save = useMutation(
    trpc.templates.save.mutationOptions({
      onSuccess: async (template) => {
        const version = template.texts.find((row) => row.language === language)?.lastVersion ?? 0;
        toast(t('templates.saved', { version }));
        await take(template);
      },
      onError,
    }),
  );
  const reset = useMutation(
    trpc.templates.reset.mutationOptions({
      onSuccess: async (template) => {
        toast(t('templates.reset-done'));
        await take(template);
      },
      onError,
    }),
  );
  return {
    save: () => save.mutate({ id, language, after: draft.after, subject: draft.subject.trim(), body: draft.body }),
    reset: () => reset.mutate({ id, language, after: draft.after }),
    saving: save.isPending,
    resetting: reset.isPending,
    error: save.error ?? reset.error,
  };
}
