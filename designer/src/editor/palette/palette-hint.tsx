import { useI18n } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import type { EditorState } from '../store/editor-state.ts';

/** Where the next choice will go, while that was asked for. */
export function PaletteHint() {
  const { t } = useI18n();
  const acts = useActs();
  const after = useEditor(afterWhat);
  if (after === null) return null;
  return (
    <div className="ed-palette-hint" role="status">
      <p>{t('editor.choose-next', { outcome: after })}</p>
      <IconButton icon="close" size="xs" label={t('common.cancel')} onClick={() => acts.insertAt(null)} />
    </div>
  );
}

function afterWhat(state: EditorState): string | null {
  const { insertion, graph, language } = state;
  if (insertion === null) return null;
  const path = insertion.kind === 'path' ? graph.edges.find(({ id }) => id === insertion.edgeId) : undefined;
  const nodeId = insertion.kind === 'path' ? path?.from : insertion.nodeId;
  const outcome = insertion.kind === 'path' ? path?.outcome : insertion.outcome;
  const node = nodeOf(state, nodeId ?? '');
  if (node === undefined) return null;
  const look = stepLook(node, language);
  const label = look.outcomes.length > 1 ? look.outcomes.find(({ id }) => id === outcome)?.label : undefined;
  return label === undefined ? look.title : `${look.title} · ${label}`;
}
