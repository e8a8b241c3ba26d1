import '../templates/templates.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { faultsOf } from '../templates/faults.ts';
import { TextEditor } from '../templates/text-editor.tsx';
import { Banner, Dialog, toast } from '../ui/index.ts';
import type { PlannedMessage } from './outbox.ts';

type EditDialogProps = { message: PlannedMessage; onClose: () => void };

/** Other words for this one message, in its language; table, payment and legal mentions stay the product's. */
export function EditDialog({ message: { contactIds, wording, language: of, to }, onClose }: EditDialogProps) {
  const { t, language } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [words, setWords] = useState(wording);
  const edit = useMutation(
    trpc.outbox.edit.mutationOptions({
      onSuccess: async () => {
        toast(t('outbox.edit.done'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.outbox.pathKey() });
      },
    }),
  );
  const faults = faultsOf(words, { t, language });
  const same = words.subject === wording.subject && words.body === wording.body;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('outbox.edit.title', { to: to.join(', ') })}
      description={t(`outbox.edit.text-${of}`)}
      act={{
        label: t('outbox.edit.save'),
        busy: edit.isPending,
        disabledReason: same ? t('templates.nothing-changed') : faults[0],
        run: () => edit.mutate({ contactIds, ...words }),
      }}
    >
      <TextEditor
        draft={{ ...words, set: (next) => setWords((before) => ({ ...before, ...next })) }}
        faults={faults}
        readOnly={false}
      />
      {edit.error && <Banner tone="danger" title={problemText(edit.error)} />}
    </Dialog>
  );
}
