import type { DrawnPositions } from '../build.ts';

/** Where each step stands: the middle of its upper edge, as the designer's "Tidy up" places it. */
export const PUBLIC_BUYER_POSITIONS: DrawnPositions = {
  start: [0, 0],
  age: [0, 68],
  'wait-platform': [-76, 196],
  platform: [-76, 260],
  correct: [-88, 400],
  'wait-call': [-12, 688],
  call: [-12, 752],
  'wait-order': [-424, 932],
  order: [-424, 1060],
  disputed: [-48, 1060],
  'wait-reminder-1': [-12, 528],
  'reminder-1': [-12, 592],
  'wait-reminder-2': [-208, 1196],
  'reminder-2': [-208, 1260],
  'wait-reminder-3': [-208, 1356],
  'reminder-3': [-208, 1420],
  'wait-decision': [-208, 1516],
  'cannot-pay': [368, 1580],
  decide: [-208, 1580],
  'end-settled': [-440, 1196],
  'end-credited': [184, 1196],
  'end-handed-over': [-208, 1728],
  'end-other': [420, 1728],
};
