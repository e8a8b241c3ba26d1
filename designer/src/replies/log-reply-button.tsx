import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { LogReplyDialog } from './log-reply-dialog.tsx';

type LogReplyButtonProps = { debtorId: string; answers?: { id: string; subject: string } };

export function LogReplyButton({ debtorId, answers }: LogReplyButtonProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="comment" onClick={() => setOpen(true)}>
        {t('replies.log')}
      </Button>
      {open && <LogReplyDialog debtorId={debtorId} answers={answers} onClose={() => setOpen(false)} />}
    </>
  );
}
