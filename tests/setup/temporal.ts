import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { createNamespace } from '../../scripts/temporal/dev-server.ts';
import { readSettings } from './settings.ts';

const READY_MS = 15_000;

/** A namespace of the caller's own on the run's Temporal server. */
export async function testTemporal(): Promise<{ address: string; namespace: string }> {
  const { temporalBinary, temporalPort } = readSettings();
  const namespace = `relance-test-${randomBytes(6).toString('hex')}`;
  await createNamespace(temporalBinary, temporalPort, namespace);
  const address = `127.0.0.1:${temporalPort}`;
  const connection = await Connection.connect({ address });
  try {
    await untilUsable(connection, namespace);
  } finally {
    await connection.close();
  }
  return { address, namespace };
}

/** A new namespace reaches the server's own cache a moment after it is registered. */
async function untilUsable(connection: Connection, namespace: string): Promise<void> {
  const end = Date.now() + READY_MS;
  for (;;) {
    try {
      await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
