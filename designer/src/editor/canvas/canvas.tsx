import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  type NodeChange,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type DragEvent, useCallback, useMemo, useRef } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';
import { STEP_TYPE } from '../palette/step-type-drag.ts';
import { onlySelected } from '../store/selectors.ts';
import { useActs, useEditor, useEditorStore } from '../store/use-editor.ts';
import { CanvasToolbar } from './canvas-toolbar.tsx';
import { ConnectHint } from './connect-hint.tsx';
import { flowEdges, type FlowEdge } from './flow-edges.ts';
import { flowNodes, type FlowNode } from './flow-nodes.ts';
import { Overview } from './overview.tsx';
import { PathEdge } from './path-edge.tsx';
import { StepNode } from './step-node.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useFollowSelection } from './use-follow-selection.ts';
import { useOpeningView } from './use-opening-view.ts';

const nodeTypes = { step: StepNode };
const edgeTypes = { path: PathEdge };
const GRID: [number, number] = [4, 4];
const ORIGIN: [number, number] = [0.5, 0];
const FAR = 0.4;
const SELECT_PANS = [1, 2];
const MANY = ['Control', 'Meta', 'Shift'];

/** The drawing. React Flow shows it and reports gestures; what they mean is the store's. */
export function Canvas() {
  const { t } = useI18n();
  const store = useEditorStore();
  const acts = useActs();
  const graph = useEditor((state) => state.graph);
  const selected = useEditor((state) => state.selected);
  const selectedPath = useEditor((state) => state.selectedPath);
  const drag = useEditor((state) => state.drag);
  const language = useEditor((state) => state.language);
  const nodes = useMemo(() => flowNodes({ graph, selected, drag, language }), [graph, selected, drag, language]);
  const edges = useMemo(() => flowEdges({ graph, selectedPath }), [graph, selectedPath]);
  const tool = useEditor((state) => state.tool);
  const active = useEditor((state) => state.connecting?.target ?? onlySelected(state));
  const far = useStore((flow) => flow.transform[2] < FAR);
  const { screenToFlowPosition } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useCanvasKeys();
  useFollowSelection(frame);
  const openView = useOpeningView(frame);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position && change.dragging ? [[change.id, change.position] as const] : [],
      );
      if (moved.length > 0) acts.dragTo(Object.fromEntries(moved));
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const selected = new Set(store.getState().selected);
      for (const { id, selected: on } of chosen) {
        if (on) selected.add(id);
        else selected.delete(id);
      }
      acts.select([...selected]);
    },
    [acts, store],
  );
  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle !== null) acts.connect(source, sourceHandle, target);
    },
    [acts],
  );
  function onDrop(event: DragEvent) {
    const type = event.dataTransfer.getData(STEP_TYPE);
    if (type === '') return;
    event.preventDefault();
    acts.addAt(type, screenToFlowPosition({ x: event.clientX, y: event.clientY - 27 }));
    frame.current?.focus();
  }
  return (
    <div className={cx('ed-canvas', far && 'is-far', `is-${tool}`)}>
      {/* An application of its own: it has its own keys and says which step is current, as one stop of the tab key. */}
      <ReactFlow<FlowNode, FlowEdge>
        ref={frame}
        tabIndex={0}
        aria-label={t('editor.canvas')}
        aria-activedescendant={active === null ? undefined : `step-${active}`}
        data-canvas
        onKeyDown={onKeyDown}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodeOrigin={ORIGIN}
        onNodesChange={onNodesChange}
        onNodeDragStop={acts.drop}
        onSelectionDragStop={acts.drop}
        onConnect={onConnect}
        onEdgeClick={(_event, { id }) => acts.selectPath(id)}
        onNodeClick={() => frame.current?.focus({ preventScroll: true })}
        onPaneClick={() => {
          acts.select([]);
          acts.stopConnecting();
          frame.current?.focus({ preventScroll: true });
        }}
        connectionRadius={28}
        connectionLineType={ConnectionLineType.SmoothStep}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={MANY}
        selectionOnDrag={tool === 'select'}
        panOnDrag={tool === 'select' ? SELECT_PANS : true}
        panOnScroll
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={GRID}
        minZoom={0.1}
        maxZoom={2}
        onInit={openView}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1} color="var(--dot)" />
        <Overview />
      </ReactFlow>
      <CanvasToolbar />
      <ConnectHint />
    </div>
  );
}
