import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { EmptyState } from '../ui/index.ts';

export function EditorPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeader title={t('editor.title')} />
      <EmptyState text={t('editor.title')} />
    </>
  );
}
