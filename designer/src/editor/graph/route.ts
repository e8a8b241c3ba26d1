import type { Box, Point } from './box.ts';

export interface RouteRequest {
  from: Point;
  to: Point;
  /** Every other step, its own two included: a path may touch those only where it leaves and arrives. */
  obstacles: readonly Box[];
  /** Distance below the exit at which the path turns: outcomes side by side turn one under the other. */
  turn: number;
  /** Several paths arrive at this step: they meet before it. */
  merges: boolean;
}

const CLEARANCE = 18;
const BESIDE = 20;
const MARGIN = 4;

/** Corner points of an orthogonal path that keeps clear of the other steps where it can. */
export function route({ from, to, obstacles, turn, merges }: RouteRequest): Point[] {
  const near = Math.abs(from.x - to.x) < 1;
  const early = from.y + turn;
  const late = to.y - CLEARANCE;
  if (to.y > from.y + 8) {
    if (near && isClear([from, to], obstacles)) return [from, to];
    const lanes = late - early < 8 ? [(from.y + to.y) / 2] : merges ? [late, early] : [early, late];
    for (const y of lanes) {
      const path = [from, { x: from.x, y }, { x: to.x, y }, to];
      if (isClear(path, obstacles)) return path;
    }
  }
  const lane = freeLane(from, to, early, late, obstacles);
  return [from, { x: from.x, y: early }, { x: lane, y: early }, { x: lane, y: late }, { x: to.x, y: late }, to];
}

/** The x nearest to both ends at which one can walk up or down between the two turns. */
function freeLane(from: Point, to: Point, early: number, late: number, obstacles: readonly Box[]): number {
  const [top, bottom] = [Math.min(early, late), Math.max(early, late)];
  const between = obstacles.filter((box) => box.top < bottom + MARGIN && box.top + box.height > top - MARGIN);
  const candidates = between.flatMap((box) => [box.left - BESIDE, box.left + box.width + BESIDE]);
  const cost = (x: number): number => Math.abs(x - from.x) + Math.abs(x - to.x);
  const free = candidates
    .toSorted((a, b) => cost(a) - cost(b))
    .find((x) =>
      isClear(
        [
          { x: from.x, y: early },
          { x, y: early },
          { x, y: late },
          { x: to.x, y: late },
        ],
        obstacles,
      ),
    );
  return free ?? candidates.toSorted((a, b) => cost(a) - cost(b)).at(0) ?? (from.x + to.x) / 2;
}

function isClear(path: readonly Point[], obstacles: readonly Box[]): boolean {
  return path.every((point, index) => {
    const before = path[index - 1];
    return before === undefined || !obstacles.some((box) => crosses(before, point, box));
  });
}

/** A stretch that only touches a border (where paths leave and arrive) does not cross the box. */
function crosses(a: Point, b: Point, box: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return (
    left < box.left + box.width + MARGIN &&
    right > box.left - MARGIN &&
    top < box.top + box.height - 0.5 &&
    bottom > box.top + 0.5
  );
}
