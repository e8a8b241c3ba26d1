import type { Graph, Position } from '@relance/workflows/scenario';
import type { Language } from '../../i18n/index.ts';
import { boxAt, entryOf, exitOf, type Point } from '../graph/box.ts';
import { type DayRange, dayRanges } from '../graph/day-ranges.ts';
import { type DrawnStep, routesOf } from '../graph/routes.ts';
import { route } from '../graph/route.ts';
import { stepLook } from '../graph/step-look.ts';

const steps: Record<Language, WeakMap<Graph, ReadonlyMap<string, DrawnStep>>> = {
  fr: new WeakMap(),
  en: new WeakMap(),
};
const routes: Record<Language, WeakMap<Graph, ReadonlyMap<string, Point[]>>> = { fr: new WeakMap(), en: new WeakMap() };
const ranges = new WeakMap<Graph, ReadonlyMap<string, DayRange>>();

function kept<Value>(cache: WeakMap<Graph, Value>, graph: Graph, make: () => Value): Value {
  const found = cache.get(graph);
  if (found !== undefined) return found;
  const made = make();
  cache.set(graph, made);
  return made;
}

/** Look and place of every step. */
export function drawnSteps(graph: Graph, language: Language): ReadonlyMap<string, DrawnStep> {
  return kept(
    steps[language],
    graph,
    () =>
      new Map(
        graph.nodes.map((node) => {
          const look = stepLook(node, language);
          return [node.id, { look, box: boxAt(node.position, look) }];
        }),
      ),
  );
}

/** Corner points of every path. */
export function drawnRoutes(graph: Graph, language: Language): ReadonlyMap<string, Point[]> {
  return kept(routes[language], graph, () => routesOf(drawnSteps(graph, language), graph.edges));
}

/** Days from the due date on which each step may be reached. */
export function drawnRanges(graph: Graph): ReadonlyMap<string, DayRange> {
  return kept(ranges, graph, () => dayRanges(graph));
}

/** The path of an edge while one of its ends is under the pointer: straight to the point, whatever stands between. */
export function draggedRoute(
  { graph, language, drag }: { graph: Graph; language: Language; drag: Readonly<Record<string, Position>> },
  edge: { from: string; to: string; outcome: string },
): Point[] | null {
  const drawn = drawnSteps(graph, language);
  const [source, target] = [drawn.get(edge.from), drawn.get(edge.to)];
  if (source === undefined || target === undefined) return null;
  const [sourceAt, targetAt] = [drag[edge.from], drag[edge.to]];
  const from = exitOf(sourceAt ? boxAt(sourceAt, source.look) : source.box, source.look, edge.outcome);
  const to = entryOf(targetAt ? boxAt(targetAt, target.look) : target.box);
  return route({ from, to, obstacles: [], turn: 14, merges: false });
}
