import type { DrawnPositions } from '../build.ts';

/** Where each step stands: the middle of its upper edge, as the designer's "Tidy up" places it. */
export const SMALL_BALANCE_POSITIONS: DrawnPositions = {
  start: [0, 0],
  'wait-reminder-1': [0, 68],
  'reminder-1': [0, 132],
  'wait-reminder-2': [0, 228],
  'size-20': [0, 292],
  'reminder-2': [-76, 420],
  'wait-reminder-3': [-76, 516],
  'size-40': [-76, 580],
  'reminder-3': [-148, 712],
  'wait-decision': [-148, 804],
  'size-60': [-148, 872],
  change: [156, 1008],
  'write-off': [-96, 1008],
  'end-written-off': [176, 1136],
  'end-other': [-116, 1136],
};
