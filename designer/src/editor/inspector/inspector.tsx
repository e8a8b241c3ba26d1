import './inspector.css';
import { useI18n } from '../../i18n/index.ts';
import { onlySelected } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { Button } from '../../ui/index.ts';
import { PathSettings } from './path-settings.tsx';
import { ScenarioSettings } from './scenario-settings.tsx';
import { StepSettings } from './step-settings.tsx';

/** What is selected, and all that can be set about it; the scenario's own settings when nothing is. */
export function Inspector() {
  const { t } = useI18n();
  const acts = useActs();
  const step = useEditor(onlySelected);
  const path = useEditor((state) => state.selectedPath);
  const count = useEditor((state) => state.selected.length);
  return (
    <aside className="ed-inspector" aria-label={t('editor.inspector')}>
      {step !== null ? (
        <StepSettings key={step} id={step} />
      ) : path !== null ? (
        <PathSettings id={path} />
      ) : count > 1 ? (
        <div className="ed-inspector-body">
          <p>{t('editor.selected-steps', { count })}</p>
          <div className="fd-row">
            <Button size="sm" icon="copy" keys="d" onClick={acts.duplicate}>
              {t('editor.duplicate')}
            </Button>
            <Button size="sm" icon="trash" keys={t('editor.key-delete')} onClick={acts.remove}>
              {t('common.delete')}
            </Button>
          </div>
        </div>
      ) : (
        <ScenarioSettings />
      )}
    </aside>
  );
}
