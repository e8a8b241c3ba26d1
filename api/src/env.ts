import { z } from 'zod';

const postgres = z
  .string()
  .refine((value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol), 'a PostgreSQL URL');

const origin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value,
    'an origin such as http://127.0.0.1:4600, without path',
  );

const schema = z.object({
  RELANCE_DB_APP_URL: postgres,
  RELANCE_DB_SYSTEM_URL: postgres,
  RELANCE_DB_AUTH_URL: postgres,
  RELANCE_HOST: z.string().min(1, 'an address to listen on'),
  RELANCE_PORT: z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) <= 65_535, 'a port number')
    .transform(Number),
  RELANCE_ORIGIN: origin,
  RELANCE_AUTH_SECRET: z.string().min(32, 'a secret of at least 32 characters'),
  RELANCE_MAIL_KEY: z.string().min(32, 'a secret of at least 32 characters'),
  RELANCE_DATA_DIR: z.string().min(1, 'a folder'),
});

export interface Env {
  appUrl: string;
  systemUrl: string;
  identityUrl: string;
  host: string;
  port: number;
  origin: string;
  secret: string;
  /** Seals the passwords of mail servers. */
  mailKey: string;
  dataDir: string;
}

/** Reads the environment; an Error of one sentence names the first variable that is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(
      source[name] === undefined ? `${name} is not set.` : `${name} is wrong: it must be ${issue?.message}.`,
    );
  }
  const { data } = parsed;
  return {
    appUrl: data.RELANCE_DB_APP_URL,
    systemUrl: data.RELANCE_DB_SYSTEM_URL,
    identityUrl: data.RELANCE_DB_AUTH_URL,
    host: data.RELANCE_HOST,
    port: data.RELANCE_PORT,
    origin: data.RELANCE_ORIGIN,
    secret: data.RELANCE_AUTH_SECRET,
    mailKey: data.RELANCE_MAIL_KEY,
    dataDir: data.RELANCE_DATA_DIR,
  };
}
