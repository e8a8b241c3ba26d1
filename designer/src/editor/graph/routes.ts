import type { Edge } from '@relance/workflows/scenario';
import { type Box, entryOf, exitOf, type Point } from './box.ts';
import { route } from './route.ts';
import type { StepLook } from './step-look.ts';

export interface DrawnStep {
  box: Box;
  look: StepLook;
}

const FIRST_TURN = 14;
export const NEXT_TURN = 8;

/** Corner points of every path of the drawing, by edge id. A path to or from a step that is gone is left out. */
export function routesOf(steps: ReadonlyMap<string, DrawnStep>, edges: readonly Edge[]): Map<string, Point[]> {
  const obstacles = [...steps.values()].map(({ box }) => box);
  const arrivals = new Map<string, number>();
  for (const { to } of edges) arrivals.set(to, (arrivals.get(to) ?? 0) + 1);
  const routes = new Map<string, Point[]>();
  for (const edge of edges) {
    const [source, target] = [steps.get(edge.from), steps.get(edge.to)];
    if (source === undefined || target === undefined) continue;
    const from = exitOf(source.box, source.look, edge.outcome);
    const to = entryOf(target.box);
    routes.set(
      edge.id,
      route({
        from,
        to,
        obstacles,
        turn: turnOf(edge, from, to, source.look),
        merges: (arrivals.get(edge.to) ?? 0) > 1,
      }),
    );
  }
  return routes;
}

/** Paths to the left turn the higher the further left they leave, those to the right the reverse: they never cross. */
function turnOf({ outcome }: Edge, from: Point, to: Point, { outcomes }: StepLook): number {
  const index = Math.max(
    0,
    outcomes.findIndex(({ id }) => id === outcome),
  );
  return FIRST_TURN + NEXT_TURN * (to.x <= from.x ? index : outcomes.length - 1 - index);
}
