import '@xyflow/react/dist/base.css';
import './editor.css';
import './canvas/canvas.css';
import type { Graph } from '@relance/workflows/scenario';
import { Background, BackgroundVariant, Controls, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { flowEdges } from './canvas/flow-edges.ts';
import { flowNodes } from './canvas/flow-nodes.ts';
import { PathEdge } from './canvas/path-edge.tsx';
import { StepNode } from './canvas/step-node.tsx';
import { createEditorStore } from './store/editor-store.ts';
import { EditorContext } from './store/use-editor.ts';

const nodeTypes = { step: StepNode };
const edgeTypes = { path: PathEdge };
const ORIGIN: [number, number] = [0.5, 0];

type DrawingProps = {
  graph: Graph;
  /** Steps where the follow-up stands. */
  present: readonly string[];
  label: string;
};

/** A drawing to read: nothing in it can be changed. */
export function Drawing({ graph, present, label }: DrawingProps) {
  const { language } = useI18n();
  const [store] = useState(() => createEditorStore({ id: '', name: label, rev: 0, graph, published: null }, language));
  const nodes = flowNodes({ graph, selected: present, drag: null, language });
  return (
    <EditorContext value={store}>
      <ReactFlowProvider>
        <div className="ed-canvas is-reading">
          <ReactFlow
            aria-label={label}
            nodes={nodes}
            edges={flowEdges({ graph, selectedPath: null })}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            nodeOrigin={ORIGIN}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            panOnScroll
            minZoom={0.1}
            fitView
            fitViewOptions={{ nodes: present.map((id) => ({ id })), maxZoom: 0.9, padding: 1 }}
            proOptions={{ hideAttribution: true }}
          >
            <Background variant={BackgroundVariant.Dots} gap={20} size={1} color="var(--dot)" />
            <Controls showInteractive={false} />
          </ReactFlow>
        </div>
      </ReactFlowProvider>
    </EditorContext>
  );
}
