import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { problemKind } from '../problem/problem.ts';
import { Button, EmptyState, ErrorState } from '../ui/index.ts';

/** A page that failed to load or to draw; the others go on. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useI18n();
  const router = useRouter();
  function again() {
    reset();
    void router.invalidate();
  }
  const isRequest = error instanceof Error && error.name === 'TRPCClientError';
  if (isRequest && problemKind(error) !== 'internal') return <ErrorState error={error} onRetry={again} />;
  return (
    <EmptyState
      icon="warn"
      text={t('errors.page.title')}
      detail={t('errors.page.text')}
      act={
        <Button icon="retry" onClick={again}>
          {t('errors.page.reload')}
        </Button>
      }
    />
  );
}
