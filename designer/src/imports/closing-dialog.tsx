import { useI18n } from '../i18n/index.ts';
import { Banner, Dialog } from '../ui/index.ts';
import { useClosingWords } from './closing-words.ts';
import type { ImportClosing } from './import-fields.ts';

type ClosingDialogProps = {
  closing: ImportClosing;
  busy: boolean;
  error: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
};

/** The second confirmation: nothing is settled before somebody has read how much and wants it so. */
export function ClosingDialog({ closing, busy, error, onConfirm, onClose }: ClosingDialogProps) {
  const { t } = useI18n();
  const words = useClosingWords();
  const settles = closing.invoices > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={settles ? t('open-items.confirm.title', { count: closing.invoices }) : t('open-items.confirm.doubtful')}
      description={settles ? words.settles(closing) : undefined}
      act={{
        label: settles ? t('open-items.confirm.act', { count: closing.invoices }) : t('open-items.confirm.anyway'),
        danger: true,
        busy,
        run: onConfirm,
      }}
    >
      {closing.doubts.map((doubt) => (
        <p key={doubt.code}>
          {words.doubt(doubt)} {t(`open-items.doubt.${doubt.code}.check`)}
        </p>
      ))}
      <p className="text-text-2">
        {settles && t('open-items.closing.ends')} {t('open-items.confirm.undo')}
      </p>
      {error && <Banner tone="danger" title={error} />}
    </Dialog>
  );
}
