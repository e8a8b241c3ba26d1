import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <EmptyState
      icon="search"
      text={t('errors.not-found.title')}
      detail={t('errors.not-found.text')}
      act={
        <Link to="/" className="ui-button ui-button-default">
          {t('errors.not-found.act')}
        </Link>
      }
    />
  );
}
