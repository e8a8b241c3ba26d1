import { useI18n } from '../../i18n/index.ts';
import { Button, Kbd } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';

/** Says, while a path is drawn with the keyboard, from where, to where, and which keys finish it. */
export function ConnectHint() {
  const { t } = useI18n();
  const acts = useActs();
  const connecting = useEditor((state) => state.connecting);
  const language = useEditor((state) => state.language);
  const from = useEditor((state) => nodeOf(state, state.connecting?.from ?? ''));
  const target = useEditor((state) => nodeOf(state, state.connecting?.target ?? ''));
  if (connecting === null || from === undefined) return null;
  const look = stepLook(from, language);
  const outcome = look.outcomes.find(({ id }) => id === connecting.outcome)?.label ?? '';
  return (
    <div className="ed-hint" role="status">
      <p>
        {target === undefined
          ? t('editor.connecting', { step: look.title, outcome })
          : t('editor.connecting-to', { step: look.title, outcome, target: stepLook(target, language).title })}
      </p>
      {look.outcomes.length > 1 && (
        <span className="ed-hint-key">
          <Kbd keys={`1–${look.outcomes.length}`} /> {t('editor.connecting-outcome')}
        </span>
      )}
      <Button size="sm" keys="enter" disabled={target === undefined} onClick={acts.finishConnecting}>
        {t('editor.connect')}
      </Button>
      <Button size="sm" variant="ghost" keys="escape" onClick={acts.stopConnecting}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
