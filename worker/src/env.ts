import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL URL' });
const milliseconds = z.coerce.number({ error: 'must be a number of milliseconds' }).int().min(100).max(3_600_000);

const schema = z.object({
  RELANCE_DB_APP_URL: postgresUrl,
  RELANCE_DB_SYSTEM_URL: postgresUrl,
  RELANCE_DATA_DIR: z.string({ error: 'must be the folder of built files' }).min(1),
  RELANCE_MAIL_KEY: z.string().min(32, { error: 'must be at least 32 characters' }),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an SMTP URL' }).optional(),
  /** Time within which a worker that has died is noticed. */
  RELANCE_WORKFLOW_TASK_TIMEOUT_MS: milliseconds.default(5_000),
  /** First delay of a step while PostgreSQL is away. */
  RELANCE_AWAY_MS: milliseconds.default(30_000),
  /** Time after which pokes that a dead worker had taken up are taken up by another. */
  RELANCE_RELAY_LEASE_MS: milliseconds.default(30_000),
});

export interface Env {
  appUrl: string;
  systemUrl: string;
  dataDir: string;
  smtpUrl: string | null;
  /** Opens the passwords of mail servers. */
  mailKey: string;
  workflowTaskTimeoutMs: number;
  awayMs: number;
  relayLeaseMs: number;
  temporal: { connection: NativeConnectionOptions; namespace: string };
}

/** Reads the program's variables; throws one sentence that names what is missing or wrong. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(`${name} ${variables[name] === undefined ? 'is not set' : (issue?.message ?? 'is wrong')}.`);
  }
  const env = parsed.data;
  return {
    appUrl: env.RELANCE_DB_APP_URL,
    systemUrl: env.RELANCE_DB_SYSTEM_URL,
    dataDir: env.RELANCE_DATA_DIR,
    smtpUrl: env.SMTP_URL ?? null,
    mailKey: env.RELANCE_MAIL_KEY,
    workflowTaskTimeoutMs: env.RELANCE_WORKFLOW_TASK_TIMEOUT_MS,
    awayMs: env.RELANCE_AWAY_MS,
    relayLeaseMs: env.RELANCE_RELAY_LEASE_MS,
    temporal: temporalOf(variables),
  };
}

/** `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, the other variables and the profiles that Temporal's own tools read. */
function temporalOf(variables: NodeJS.ProcessEnv): Env['temporal'] {
  const overrideEnvVars: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) overrideEnvVars[name] = value;
  const profile = variables.TEMPORAL_PROFILE;
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars,
    ...(profile ? { profile } : {}),
  });
  if (!connectionOptions.address) throw new Error('TEMPORAL_ADDRESS is not set.');
  return { connection: connectionOptions, namespace: namespace ?? 'default' };
}
