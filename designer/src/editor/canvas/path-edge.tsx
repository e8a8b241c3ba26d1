import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';
import type { Point } from '../graph/box.ts';
import { middleOf, pathOf } from '../graph/path-of.ts';
import { draggedRoute, drawnRoutes } from '../store/drawing.ts';
import type { EditorState } from '../store/editor-state.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import type { FlowEdge } from './flow-edges.ts';

type PathProps = Pick<EdgeProps<FlowEdge>, 'id' | 'source' | 'target' | 'sourceHandleId' | 'selected'>;

/** The way from an outcome to the step it leads to. A `+` in its middle puts a step in between. */
function Path({ id, source, target, sourceHandleId, selected }: PathProps) {
  const { t } = useI18n();
  const acts = useActs();
  const edge = { from: source, to: target, outcome: sourceHandleId ?? '' };
  const points = useEditor((state) => pointsOf(state, id, edge));
  const hot = useEditor((state) => state.selected.length === 1 && state.selected[0] === source);
  const asked = useEditor(({ insertion }) => insertion?.kind === 'path' && insertion.edgeId === id);
  const last = points?.at(-1);
  if (points === null || last === undefined) return null;
  const middle = middleOf(points);
  const path = pathOf(points);
  return (
    <g className={cx('ed-path', hot && 'is-hot', selected && 'is-selected', asked && 'is-asked')}>
      <path className="ed-path-hit" d={path} />
      <path className="ed-path-line" d={path} />
      <path
        className="ed-path-line"
        d={`M${last.x - 3.5} ${last.y - 5} ${last.x} ${last.y - 1} ${last.x + 3.5} ${last.y - 5}`}
      />
      <g
        className="ed-path-insert"
        transform={`translate(${middle.x} ${middle.y})`}
        onClick={(event) => {
          event.stopPropagation();
          acts.insertAt({ kind: 'path', edgeId: id });
        }}
      >
        <title>{t('editor.insert-here')}</title>
        <circle r={13} className="ed-path-halo" />
        <circle r={10} />
        <path d="M-4 0H4M0 -4V4" />
      </g>
    </g>
  );
}

function pointsOf(state: EditorState, id: string, edge: { from: string; to: string; outcome: string }): Point[] | null {
  const { graph, language, drag } = state;
  if (drag !== null && (edge.from in drag || edge.to in drag)) return keepDragged(state, id, edge);
  return drawnRoutes(graph, language).get(id) ?? null;
}

const dragged = new WeakMap<NonNullable<EditorState['drag']>, Map<string, Point[] | null>>();

// The same answer for the same drag, as a selector must give.
function keepDragged({ graph, language, drag }: EditorState, id: string, edge: Parameters<typeof draggedRoute>[1]) {
  if (drag === null) return null;
  const routes = dragged.get(drag) ?? new Map<string, Point[] | null>();
  dragged.set(drag, routes);
  const kept = routes.get(id);
  if (kept !== undefined) return kept;
  const points = draggedRoute({ graph, language, drag }, edge);
  routes.set(id, points);
  return points;
}

const sameEdge = (a: PathProps, b: PathProps): boolean =>
  a.id === b.id &&
  a.source === b.source &&
  a.target === b.target &&
  a.sourceHandleId === b.sourceHandleId &&
  a.selected === b.selected;

export const PathEdge = memo(Path, sameEdge);
