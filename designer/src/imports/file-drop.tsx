import { useRef } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, cx, Icon } from '../ui/index.ts';
import { useFileDrop } from './use-file-drop.ts';

type FileDropProps = { onFile: (file: File) => void; busy: boolean };

/** Drop a file, or choose one. */
export function FileDrop({ onFile, busy }: FileDropProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  function take(files: FileList | null) {
    const file = files?.[0];
    if (file) onFile(file);
  }
  const { target, over } = useFileDrop<HTMLDivElement>(take);
  return (
    <div ref={target} className={cx('import-drop', over && 'is-over')}>
      <Icon name="upload" size={20} />
      <p>{t('imports.drop')}</p>
      <Button variant="primary" busy={busy} onClick={() => input.current?.click()}>
        {t('imports.choose-file')}
      </Button>
      <p className="text-12 text-text-3">{t('imports.drop-hint')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={t('imports.choose-file')}
        onChange={(event) => take(event.target.files)}
      />
    </div>
  );
}
