import { useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { draftDiffers } from '../draft-differs.ts';
import { useEditor } from '../store/use-editor.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';

/** Opens the publishing of the draft; once it is published, the enrolment of overdue invoices. */
export function PublishButton() {
  const { t } = useI18n();
  const published = useEditor((state) => state.published);
  const differs = useEditor(draftDiffers);
  const scenario = useEditor((state) => state.scenario);
  const [open, setOpen] = useState<'publish' | 'enrol' | null>(null);
  const version = (published?.version ?? 0) + 1;
  return (
    <>
      {published !== null && !differs && <Button onClick={() => setOpen('enrol')}>{t('editor.enrol')}</Button>}
      <Button
        variant="primary"
        disabledReason={
          published !== null && !differs ? t('editor.nothing-to-publish', { version: published.version }) : undefined
        }
        onClick={() => setOpen('publish')}
      >
        {t('editor.publish', { version })}
      </Button>
      <PublishDialog open={open === 'publish'} onClose={() => setOpen(null)} onEnrol={() => setOpen('enrol')} />
      {open === 'enrol' && <EnrolDialog scenario={scenario} onClose={() => setOpen(null)} />}
    </>
  );
}
