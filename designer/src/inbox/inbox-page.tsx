import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { EmptyState } from '../ui/index.ts';

export function InboxPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeader title={t('inbox.title')} />
      <EmptyState text={t('inbox.title')} />
    </>
  );
}
