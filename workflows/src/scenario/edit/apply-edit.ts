import type { Graph } from '../scenario.ts';
import { addNode } from './add-node.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { duplicateNode } from './duplicate-node.ts';
import type { Edit } from './edit.ts';
import { endOnPurpose } from './end-on-purpose.ts';
import { insertOnEdge } from './insert-on-edge.ts';
import { layOut } from './lay-out.ts';
import { moveNodes } from './move-nodes.ts';
import { removeNode } from './remove-node.ts';
import { renameNode } from './rename-node.ts';
import { setConfig } from './set-config.ts';
import { setSettings } from './set-settings.ts';

/**
 * The graph after one edit; the graph before it is untouched and shares what did not change, so undo is to keep it.
 * Throws an `EditError` when the edit does not fit the graph.
 */
export function applyEdit(graph: Graph, edit: Edit): Graph {
  switch (edit.kind) {
    case 'add-node':
      return addNode(graph, edit);
    case 'remove-node':
      return removeNode(graph, edit);
    case 'move-nodes':
      return moveNodes(graph, edit);
    case 'rename-node':
      return renameNode(graph, edit);
    case 'set-config':
      return setConfig(graph, edit);
    case 'connect':
      return connect(graph, edit);
    case 'disconnect':
      return disconnect(graph, edit);
    case 'end-on-purpose':
      return endOnPurpose(graph, edit);
    case 'set-settings':
      return setSettings(graph, edit);
    case 'insert-on-edge':
      return insertOnEdge(graph, edit);
    case 'duplicate-node':
      return duplicateNode(graph, edit);
    case 'lay-out':
      return layOut(graph, edit);
    default:
      return edit satisfies never;
  }
}
