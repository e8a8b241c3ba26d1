import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Claimed } from '@relance/db/queries';
import { POKE_SIGNAL, TASK_QUEUE, WORKFLOW_NAMES, workflowId, type ShellInput } from '@relance/workflows/contract';

export interface PokeOptions {
  /** Time within which a worker that has died is noticed. */
  workflowTaskTimeoutMs: number;
  /** Time after which Temporal counts as away. */
  deadlineMs?: number;
}

export type Poke = (row: Claimed) => Promise<void>;

/** Says "look again" to the run of a row: the open one, else a new one. Repeats and delays do no harm. */
export function temporalPoke(client: Client, { workflowTaskTimeoutMs, deadlineMs = 5_000 }: PokeOptions): Poke {
  const start = ({ kind, id, organisationId }: Claimed) =>
    client.workflow.signalWithStart(WORKFLOW_NAMES[kind], {
      workflowId: workflowId(kind, id),
      taskQueue: TASK_QUEUE,
      args: [{ organisationId, id } satisfies ShellInput],
      signal: POKE_SIGNAL,
      signalArgs: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: workflowTaskTimeoutMs,
    });
  const signal = async ({ kind, id }: Claimed): Promise<void> => {
    try {
      await client.workflow.getHandle(workflowId(kind, id)).signal(POKE_SIGNAL);
    } catch (error) {
      // its run is closed already: there is nobody to tell
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  };
  return async (row) => {
    if (row.reach === 'none') return;
    await client.withDeadline(Date.now() + deadlineMs, async () => {
      await (row.reach === 'start' ? start(row) : signal(row));
    });
  };
}
