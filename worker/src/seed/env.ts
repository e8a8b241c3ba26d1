import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL URL' });

const schema = z.object({
  RELANCE_DB_OWNER_URL: postgresUrl,
  RELANCE_DB_APP_URL: postgresUrl,
  RELANCE_DB_SYSTEM_URL: postgresUrl,
  RELANCE_DB_AUTH_URL: postgresUrl,
  RELANCE_DATA_DIR: z.string({ error: 'must be the folder of kept files' }).min(1),
});

export interface SeedEnv {
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  authUrl: string;
  dataDir: string;
}

/** Reads the seed's variables; throws one sentence that names what is missing or wrong. */
export function readSeedEnv(variables: NodeJS.ProcessEnv = process.env): SeedEnv {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(`${name} ${variables[name] === undefined ? 'is not set' : (issue?.message ?? 'is wrong')}.`);
  }
  const env = parsed.data;
  return {
    ownerUrl: env.RELANCE_DB_OWNER_URL,
    appUrl: env.RELANCE_DB_APP_URL,
    systemUrl: env.RELANCE_DB_SYSTEM_URL,
    authUrl: env.RELANCE_DB_AUTH_URL,
    dataDir: env.RELANCE_DATA_DIR,
  };
}
