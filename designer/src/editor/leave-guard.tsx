import { useBlocker } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { ConfirmDialog } from '../ui/index.ts';
import { useSaving } from './saving-context.ts';
import { useEditor, useEditorStore } from './store/use-editor.ts';

/** Saves before the page is left; asks only when something could not be saved. */
export function LeaveGuard() {
  const { t } = useI18n();
  const store = useEditorStore();
  const saving = useSaving();
  const unsaved = useEditor((state) => state.save.kind !== 'saved');
  const blocker = useBlocker({
    shouldBlockFn: async () => store.getState().save.kind !== 'saved' && !(await saving.flush()),
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('editor.leave-title')}
      description={t('editor.leave-text')}
      act={t('editor.leave')}
      danger
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
