import { useI18n } from '../../i18n/index.ts';
import { cx, Icon } from '../../ui/index.ts';
import type { LookOutcome } from '../graph/step-look.ts';
import { useActs, useEditor } from '../store/use-editor.ts';

/** The `+` under an outcome that leads nowhere yet: the palette's next choice goes there. */
export function OpenOutcome({ nodeId, outcome, left }: { nodeId: string; outcome: LookOutcome; left: number }) {
  const { t } = useI18n();
  const acts = useActs();
  const asked = useEditor(
    ({ insertion }) => insertion?.kind === 'outcome' && insertion.nodeId === nodeId && insertion.outcome === outcome.id,
  );
  return (
    <button
      type="button"
      tabIndex={-1}
      className={cx('ed-open nodrag nopan', asked && 'is-asked')}
      style={{ left }}
      aria-label={t('editor.add-after-outcome', { outcome: outcome.label })}
      title={t('editor.add-after-outcome', { outcome: outcome.label })}
      onClick={(event) => {
        event.stopPropagation();
        acts.insertAt({ kind: 'outcome', nodeId, outcome: outcome.id });
      }}
    >
      <Icon name="plus" size={12} />
    </button>
  );
}
