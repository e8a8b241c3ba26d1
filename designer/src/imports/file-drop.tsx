import { useRef, useState, type DragEvent } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, cx, Icon } from '../ui/index.ts';

type FileDropProps = { onFile: (file: File) => void; busy: boolean };

/** Drop a file, or choose one. */
export function FileDrop({ onFile, busy }: FileDropProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(files: FileList | null) {
    const file = files?.[0];
    if (file) onFile(file);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  return (
    <div
      role="group"
      className={cx('import-drop', over && 'is-over')}
      aria-label={t('imports.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
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
