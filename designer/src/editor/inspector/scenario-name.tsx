import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useI18n } from '../../i18n/index.ts';
import { problemOf } from '../../problem/problem.ts';
import { useProblemText } from '../../problem/use-problem-text.ts';
import { Field, TextInput, toast } from '../../ui/index.ts';
import { useSaving } from '../saving-context.ts';
import { useEditor, useEditorStore } from '../store/use-editor.ts';

/** The scenario's name, kept when the field is left. */
export function ScenarioName() {
  const { t } = useI18n();
  const store = useEditorStore();
  const saving = useSaving();
  const name = useEditor((state) => state.scenario.name);
  const problemText = useProblemText();
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useMutation(trpc.scenarios.rename.mutationOptions());

  async function keep() {
    const next = typed?.trim() ?? '';
    if (next === '' || next === name) return setTyped(null);
    // The draft goes first: renaming makes a revision too, and two requests must not race for it.
    await saving.flush();
    const { scenario, rev } = store.getState();
    rename.mutate(
      { id: scenario.id, rev, name: next },
      {
        onSuccess: (renamed) => store.acts.renamed(renamed.name, renamed.rev),
        onError: (error) =>
          toast(problemText(error), { tone: problemOf(error).code === 'network' ? 'warn' : 'danger' }),
        onSettled: () => setTyped(null),
      },
    );
  }
  return (
    <Field label={t('editor.scenario-name')}>
      <TextInput
        value={typed ?? name}
        maxLength={200}
        onChange={setTyped}
        onBlur={() => void keep()}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </Field>
  );
}
