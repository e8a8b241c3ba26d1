import { describe, expect, it } from 'vitest';
import { middleOf, pathOf } from './path-of.ts';
import { route } from './route.ts';

const box = (left: number, top: number) => ({ left, top, width: 200, height: 54 });
const from = { x: 100, y: 54 };
const ask = { from, obstacles: [box(0, 0)], turn: 14, merges: false };

/** Points of a path as text: `100,54 100,94`. */
const points = (request: Parameters<typeof route>[0]) =>
  route(request)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');

describe('route', () => {
  it('goes straight down where nothing is in the way', () =>
    expect(points({ ...ask, to: { x: 100, y: 98 } })).toBe('100,54 100,98'));
  it('turns near the exit, or before a step that several paths reach', () => {
    const to = { x: 400, y: 200 };
    expect(points({ ...ask, to })).toBe('100,54 100,68 400,68 400,200');
    expect(points({ ...ask, to, merges: true })).toBe('100,54 100,182 400,182 400,200');
  });
  it('goes round a step that stands between', () => {
    const path = route({ ...ask, to: { x: 100, y: 300 }, obstacles: [box(0, 0), box(0, 120), box(0, 300)] });
    expect(path).toHaveLength(6);
    expect(path.some(({ x }) => x < 0 || x > 200)).toBe(true);
  });
  it('leads back up beside the steps', () => {
    const path = route({
      from: { x: 100, y: 354 },
      to: { x: 100, y: 0 },
      obstacles: [box(0, 0), box(0, 300)],
      turn: 14,
      merges: false,
    });
    expect(path.at(-2)).toEqual({ x: 100, y: -18 });
    expect(path[2]?.x).not.toBe(100);
  });
});

describe('pathOf', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 0, y: 40 },
    { x: 40, y: 40 },
  ];
  it('rounds corners by 8 px, less where there is no room', () => {
    expect(pathOf(corner)).toBe('M0 0L0 32Q0 40 8 40L40 40');
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 0, y: 40 },
        { x: 6, y: 40 },
        { x: 6, y: 80 },
      ]),
    ).toBe('M0 0L0 37Q0 40 3 40L3 40Q6 40 6 43L6 80');
  });
  it('finds the point half-way', () => {
    expect(middleOf(corner)).toEqual({ x: 0, y: 40 });
    expect(
      middleOf([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
      ]),
    ).toEqual({ x: 0, y: 5 });
  });
});
