import { openOutcomes } from '../graph/free-outcome.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf, onlySelected } from '../store/selectors.ts';
import { useEditorStore } from '../store/use-editor.ts';

/** N: the palette's next choice follows the selected step, on its first open outcome, else on its first path. */
export function useAddAfter(): () => void {
  const store = useEditorStore();
  return () => {
    const state = store.getState();
    const node = nodeOf(state, onlySelected(state) ?? '');
    if (node === undefined) return;
    const [open] = openOutcomes(state.graph, node, stepLook(node, state.language).outcomes);
    const path = state.graph.edges.find(({ from }) => from === node.id);
    if (open !== undefined) store.acts.insertAt({ kind: 'outcome', nodeId: node.id, outcome: open.id });
    else if (path !== undefined) store.acts.insertAt({ kind: 'path', edgeId: path.id });
  };
}
