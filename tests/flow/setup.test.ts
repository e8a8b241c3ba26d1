import { Connection } from '@temporalio/client';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../setup/database.ts';
import { testTemporal } from '../setup/temporal.ts';

test('each call gives a database that the three roles can enter', async () => {
  const database = await freshDatabase();
  for (const [url, role] of [
    [database.app, 'relance_app'],
    [database.system, 'relance_system'],
    [database.auth, 'relance_auth'],
  ] as const) {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    expect(rows).toEqual([{ role }]);
    await client.end();
  }
  await database.drop();
});

test('each call gives a namespace of its own', async () => {
  const [one, other] = await Promise.all([testTemporal(), testTemporal()]);
  expect(one.namespace).not.toBe(other.namespace);
  const connection = await Connection.connect({ address: one.address });
  const { executions } = await connection.workflowService.listWorkflowExecutions({ namespace: one.namespace });
  expect(executions).toEqual([]);
  await connection.close();
});
