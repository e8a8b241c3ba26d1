import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, Field, TextArea } from '../ui/index.ts';

type PasteRowsProps = { onRows: (file: File) => void; busy: boolean };

/** Rows copied in a spreadsheet, read like a file. */
export function PasteRows({ onRows, busy }: PasteRowsProps) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <form
      className="import-paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onRows(new File([text], t('imports.paste.file'), { type: 'text/plain' }));
      }}
    >
      <Field label={t('imports.paste')} hint={t('imports.paste.hint')}>
        <TextArea value={text} onChange={setText} wrap="off" spellCheck={false} placeholder={t('imports.paste.like')} />
      </Field>
      <Button type="submit" busy={busy} disabledReason={isEmpty ? t('imports.paste.empty') : undefined}>
        {t('imports.paste.read')}
      </Button>
    </form>
  );
}
