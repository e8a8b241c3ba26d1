import type { Outputs } from '../api.ts';
import type { LoadedScenario } from './store/editor-state.ts';

/** What the editor needs of a stored scenario. */
export function loadedFrom(stored: Outputs['scenarios']['get']): LoadedScenario {
  const { id, name, rev, graph, publishedVersion, publishedGraph } = stored;
  const published = publishedVersion === null ? null : { version: publishedVersion, graph: publishedGraph };
  return { id, name, rev, graph, published };
}
