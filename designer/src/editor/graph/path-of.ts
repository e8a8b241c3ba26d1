import type { Point } from './box.ts';

const CORNER = 8;

/** SVG path through the points, its corners rounded by at most 8 px. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${write(point)}`;
      if (after === undefined) return `L${write(point)}`;
      const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
      if (radius < 0.5) return `L${write(point)}`;
      return `L${write(towards(point, before, radius))}Q${write(point)} ${write(towards(point, after, radius))}`;
    })
    .join('');
}

/** Point half-way along the path: where a step is inserted. */
export function middleOf(points: readonly Point[]): Point {
  const stretches = points.slice(1).map((point, index) => ({ from: points[index] ?? point, to: point }));
  let left = stretches.reduce((sum, { from, to }) => sum + distance(from, to), 0) / 2;
  for (const { from, to } of stretches) {
    const length = distance(from, to);
    if (length >= left && length > 0) return towards(from, to, left);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const write = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 100) / 100;

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
