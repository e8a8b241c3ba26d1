import { useI18n } from '../i18n/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useActs, useEditor } from './store/use-editor.ts';

/** Somebody else saved first: asks which drawing goes on. The other one stays one undo away. */
export function ConflictBanner() {
  const { t } = useI18n();
  const acts = useActs();
  const conflict = useEditor((state) => state.save.kind === 'conflict');
  if (!conflict) return null;
  return (
    <div className="ed-banner">
      <Banner
        tone="warn"
        title={t('editor.conflict-title')}
        act={
          <span className="ed-banner-acts">
            <Button size="sm" onClick={acts.takeTheirs}>
              {t('editor.take-theirs')}
            </Button>
            <Button size="sm" onClick={acts.keepMine}>
              {t('editor.keep-mine')}
            </Button>
          </span>
        }
      >
        {t('editor.conflict-text')}
      </Banner>
    </div>
  );
}
