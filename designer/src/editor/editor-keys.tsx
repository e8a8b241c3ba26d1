import type { EditFault } from '@relance/workflows/scenario';
import { useEffect } from 'react';
import { useI18n } from '../i18n/index.ts';
import { toast, useShortcuts } from '../ui/index.ts';
import { useAddAfter } from './canvas/use-add-after.ts';
import { useActs, useEditor } from './store/use-editor.ts';

/** Keys of the editor that work wherever the focus is, and the word when an edit cannot be made. */
export function EditorKeys() {
  const { t } = useI18n();
  const acts = useActs();
  const addAfter = useAddAfter();
  const refusal = useEditor((state) => state.refusal);
  useShortcuts([
    { keys: 'n', label: t('editor.add-after'), group: 'page', run: addAfter },
    { keys: 'c', label: t('editor.connect'), group: 'page', run: () => acts.startConnecting() },
    { keys: 'd', label: t('editor.duplicate'), group: 'page', run: acts.duplicate },
    { keys: 'f2', label: t('editor.rename'), group: 'page', run: () => acts.rename(true) },
    { keys: 'delete', label: t('editor.delete-selected'), group: 'page', run: acts.remove },
    { keys: 'mod+z', label: t('editor.undo'), group: 'page', run: acts.undo },
    { keys: 'mod+y', label: t('editor.redo'), group: 'page', run: acts.redo },
  ]);
  useEffect(() => {
    if (refusal !== null) toast(t(refusalKey(refusal)), { tone: 'warn' });
  }, [refusal, t]);
  return null;
}

function refusalKey(fault: EditFault): 'editor.refused.too-many' | 'editor.refused.other' {
  return fault === 'too-many-nodes' || fault === 'too-many-edges' ? 'editor.refused.too-many' : 'editor.refused.other';
}
