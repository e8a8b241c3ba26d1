import { NativeConnection, Worker, type NativeConnectionOptions } from '@temporalio/worker';
import { TASK_QUEUE, type ShellActivities } from '@relance/workflows/contract';
import type { Logger } from 'pino';
import { startLoop, type Loop } from './loop.ts';

export interface TemporalWorkerOptions {
  connection: NativeConnectionOptions;
  namespace: string;
  /** The built workflow bundle. */
  bundle: string;
  activities: ShellActivities;
  log: Logger;
}

const AGAIN_MS = 2_000;
const GRACE = '5 seconds';

/** Hosts the workflows and their activities; with Temporal away it tries again until it is stopped. */
export function startTemporalWorker({ log, ...options }: TemporalWorkerOptions): Loop {
  let stopped = false;
  let worker: Worker | null = null;
  const loop = startLoop({
    async round() {
      const connection = await NativeConnection.connect(options.connection);
      try {
        worker = await createWorker(connection, options);
        if (!stopped) await worker.run();
      } finally {
        worker = null;
        await connection.close();
      }
      return AGAIN_MS;
    },
    failed(error) {
      log.warn({ err: error }, 'Temporal is away');
      return AGAIN_MS;
    },
  });
  return {
    wake: () => loop.wake(),
    stop() {
      stopped = true;
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      return loop.stop();
    },
  };
}

// measured: more tasks at once make each of them slower than its time-out
function createWorker(
  connection: NativeConnection,
  { namespace, bundle, activities }: Omit<TemporalWorkerOptions, 'log' | 'connection'>,
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: bundle },
    activities: { ...activities },
    maxConcurrentWorkflowTaskExecutions: 16,
    maxConcurrentLocalActivityExecutions: 16,
    maxConcurrentActivityTaskExecutions: 20,
    maxCachedWorkflows: 500,
    shutdownGraceTime: GRACE,
    shutdownForceTime: '9 seconds',
  });
}
