import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** One SQL transaction: short, repeated at will, and on the worker that holds the run. */
export const STEP = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
} as const satisfies LocalActivityOptions;

/** A chain of resumable transactions that reports that it lives; a killed worker's is taken over within seconds. */
export const LONG_STEP = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
} as const satisfies ActivityOptions;

/** One call to a provider. After the last attempt the message's lease runs out and the next step decides what became of it. */
export const DELIVERY = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 3, maximumInterval: '1 minute', maximumAttempts: 5 },
} as const satisfies ActivityOptions;
