import type { Runner } from '../runner.ts';

export const runStart: Runner<unknown> = {
  enter: () => ({ kind: 'go', outcome: 'next' }),
  passBy: () => 'next',
};
