import { changesBetween, isChangedAtAll } from './graph/changes.ts';
import type { EditorState } from './store/editor-state.ts';

const known = new WeakMap<EditorState['graph'], { published: EditorState['published']; differs: boolean }>();

/** Whether the drawing would do anything else than the published version. */
export function draftDiffers({ graph, published }: Pick<EditorState, 'graph' | 'published'>): boolean {
  if (published === null || published.graph === null) return true;
  const kept = known.get(graph);
  if (kept?.published === published) return kept.differs;
  const differs = isChangedAtAll(changesBetween(published.graph, graph));
  known.set(graph, { published, differs });
  return differs;
}
