import './states.css';
import { useState } from 'react';
import { problemKind } from '../problem/problem.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useI18n } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type ErrorStateProps = {
  error: unknown;
  /** Which part could not be loaded; a general sentence when absent. */
  title?: string;
  onRetry?: () => void;
};

/** Which part failed, since when, why, and a way to try again; what does not exist is not tried again. */
export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const [since] = useState(() => new Date().toISOString());
  if (problemKind(error) === 'not-found') return <NotThere why={problemText(error)} />;
  return (
    <div className="ui-state is-error" role="alert">
      <Icon name="warn" size={20} />
      <p className="ui-state-text">{title ?? t('errors.title')}</p>
      <p className="ui-state-detail">
        {problemText(error)} <span>{t('errors.since', { time: f.time(since) })}</span>
      </p>
      {onRetry && (
        <Button icon="retry" onClick={onRetry}>
          {t('errors.retry')}
        </Button>
      )}
    </div>
  );
}

function NotThere({ why }: { why: string }) {
  return (
    <div className="ui-state" role="alert">
      <Icon name="search" size={20} />
      <p className="ui-state-text">{why}</p>
    </div>
  );
}
