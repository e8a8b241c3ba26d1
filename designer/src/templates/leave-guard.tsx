import { useBlocker } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { ConfirmDialog } from '../ui/index.ts';

/** Asks before words that were not saved are left. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const { t } = useI18n();
  const blocker = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('templates.leave-title')}
      description={t('templates.leave-text')}
      act={t('templates.leave')}
      danger
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
