import type { Position } from '@relance/workflows/scenario';
import type { StepLook } from './step-look.ts';

/** Where a step stands on the canvas. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A step's position is the middle of its upper edge, so that a column stays straight whatever its cards show. */
export function boxAt({ x, y }: Position, { width, height }: Pick<StepLook, 'width' | 'height'>): Box {
  return { left: x - width / 2, top: y, width, height };
}

/** Middle of the upper edge: where paths arrive. */
export function entryOf(box: Box): Point {
  return { x: box.left + box.width / 2, y: box.top };
}

/** Where the path of an outcome leaves; the middle of the lower edge for an outcome that is not shown. */
export function exitOf(box: Box, look: Pick<StepLook, 'outcomes'>, outcome: string): Point {
  return { x: box.left + exitOffset(box.width, look, outcome), y: box.top + box.height };
}

/** Distance of an outcome's handle from the left edge of its card. */
export function exitOffset(width: number, { outcomes }: Pick<StepLook, 'outcomes'>, outcome: string): number {
  if (outcomes.length < 2) return width / 2;
  let left = 0;
  for (const { id, width: cell } of outcomes) {
    if (id === outcome) return left + cell / 2;
    left += cell;
  }
  return width / 2;
}

/** Whether two boxes come nearer than `gap`. */
export function touches(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.left + b.width + gap &&
    b.left < a.left + a.width + gap &&
    a.top < b.top + b.height + gap &&
    b.top < a.top + a.height + gap
  );
}

/** The smallest box around all of them; null for none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.left + box.width);
    bottom = Math.max(bottom, box.top + box.height);
  }
  return left === Infinity ? null : { left, top, width: right - left, height: bottom - top };
}
