import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { changeDraft, useImportDraft, type ImportDraft } from './import-draft.ts';
import type { ImportJob } from './import-fields.ts';

/** Dry runs of the chosen file: the latest one, asked again whenever a guess is corrected. */
export function usePreview() {
  const queryClient = useQueryClient();
  const draft = useImportDraft();
  const dryRun = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: (job) => {
        queryClient.setQueryData(trpc.imports.get.queryKey({ id: job.id }), job);
        changeDraft({ previewId: job.id });
      },
    }),
  );
  const job = useQuery(
    trpc.imports.get.queryOptions(
      { id: draft.previewId ?? '' },
      {
        enabled: draft.previewId !== null,
        placeholderData: (before: ImportJob | undefined) => before,
        refetchInterval: ({ state }) => (state.data?.status === 'running' ? 700 : false),
      },
    ),
  );
  function look(change: Partial<ImportDraft>) {
    changeDraft(change);
    const next = useImportDraft.getState();
    if (next.file) dryRun.mutate({ ...requestOf(next), dryRun: true });
  }
  return {
    job: draft.previewId === null ? undefined : job.data,
    computing: dryRun.isPending || job.data?.status === 'running',
    error: dryRun.error ?? job.error,
    look,
  };
}

export type Preview = ReturnType<typeof usePreview>;

export function requestOf({ kind, file, openItems, mapping, options }: ImportDraft) {
  const { name: filename = '', contentBase64 = '' } = file ?? {};
  return { kind, filename, contentBase64, mapping, options, ...(openItems && { openItems }) };
}
