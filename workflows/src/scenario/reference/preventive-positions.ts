import type { DrawnPositions } from '../build.ts';

/** Where each step stands: the middle of its upper edge, as the designer's "Tidy up" places it. */
export const PREVENTIVE_POSITIONS: DrawnPositions = {
  start: [0, 0],
  size: [0, 68],
  'wait-call': [288, 196],
  call: [288, 260],
  resend: [108, 432],
  disputed: [312, 688],
  'wait-preventive': [76, 612],
  preventive: [76, 700],
  'wait-due': [76, 816],
  'end-due': [76, 884],
};
