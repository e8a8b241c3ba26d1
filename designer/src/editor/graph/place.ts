import type { Position } from '@relance/workflows/scenario';
import { type Box, boundsOf, boxAt, touches } from './box.ts';
import type { StepLook } from './step-look.ts';

type Size = Pick<StepLook, 'width' | 'height'>;

const GRID = 4;
const GAP = 24;
export const BELOW = 44;

/** The free place nearest to the wished one: beside it first, then further down. */
export function freePlace(wished: Position, size: Size, boxes: readonly Box[]): Position {
  const start = { x: toGrid(wished.x), y: toGrid(wished.y) };
  const step = toGrid(size.width + GAP);
  for (let row = 0; row < 50; row += 1) {
    for (const column of [0, 1, -1, 2, -2, 3, -3]) {
      const place = { x: start.x + column * step, y: start.y + row * (54 + BELOW) };
      if (!boxes.some((box) => touches(boxAt(place, size), box, GAP - 1))) return place;
    }
  }
  return { x: start.x, y: bottomOf(boxes) };
}

/** Below everything that is drawn, in the middle of it. */
export function placeBelow(size: Size, boxes: readonly Box[]): Position {
  const bounds = boundsOf(boxes);
  if (bounds === null) return { x: 0, y: 0 };
  return freePlace({ x: bounds.left + bounds.width / 2, y: bottomOf(boxes) }, size, boxes);
}

/** Positions after everything from `fromY` on moved down, so that a step of that height fits in between. */
export function makeRoom(
  positions: Readonly<Record<string, Position>>,
  fromY: number,
  room: number,
): Record<string, Position> {
  if (room <= 0) return {};
  const lower = Object.entries(positions).filter(([, { y }]) => y >= fromY);
  return Object.fromEntries(lower.map(([id, { x, y }]) => [id, { x, y: y + toGrid(room) }]));
}

const bottomOf = (boxes: readonly Box[]): number =>
  Math.max(0, ...boxes.map(({ top, height }) => top + height + BELOW));
const toGrid = (value: number): number => Math.ceil(value / GRID) * GRID;
