import path from 'node:path';

export interface Env {
  dataDir: string;
  host: string;
  port: number;
  /** How browsers reach us when it is not the address we listen on. */
  origin: string | null;
  /** The owner of a database on somebody's own cluster; null starts the embedded one. */
  databaseUrl: string | null;
  temporal: { external: boolean; address: string | null };
  smtpUrl: string | null;
  /** Seals the passwords of mail servers; null: the one that is kept beside the store. */
  mailKey: string | null;
}

/** A variable that cannot be used; its message is the one sentence that people read. */
export class BadVariable extends Error {}

/** The user's variables, each checked; the first bad one throws. */
export function readEnv(env: NodeJS.ProcessEnv, checkout: string): Env {
  return {
    dataDir: path.resolve(checkout, env.RELANCE_DATA_DIR || '.relance'),
    host: env.RELANCE_HOST || '127.0.0.1',
    port: readPort(env.RELANCE_PORT),
    origin: readOrigin(env.RELANCE_ORIGIN),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgresql://user:password@host/database'),
    temporal: readTemporal(env),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@host:587'),
    mailKey: readKey(env.RELANCE_MAIL_KEY),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new BadVariable(`RELANCE_PORT must be a whole number from 1 to 65535, not "${text}".`);
}

function readOrigin(text: string | undefined): string | null {
  if (!text) return null;
  const origin = URL.canParse(text) ? new URL(text) : null;
  if (origin && /^https?:$/.test(origin.protocol) && origin.href === `${origin.origin}/`) return origin.origin;
  throw new BadVariable(`RELANCE_ORIGIN must be an address without path like https://relance.example, not "${text}".`);
}

function readUrl(env: NodeJS.ProcessEnv, name: string, protocols: string[], example: string): string | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  // The value may hold a password: it is not repeated.
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new BadVariable(`${name} must be a URL like ${example}.`);
  }
  if (name === 'DATABASE_URL' && url.pathname.length < 2) {
    throw new BadVariable(`${name} must name a database, like ${example}.`);
  }
  return text;
}

function readKey(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length >= 32) return text;
  throw new BadVariable('RELANCE_MAIL_KEY must be at least 32 characters.');
}

function readTemporal(env: NodeJS.ProcessEnv): Env['temporal'] {
  const address = env.TEMPORAL_ADDRESS || null;
  if (address && !/^[^\s/:]+:\d{1,5}$/.test(address)) {
    throw new BadVariable(`TEMPORAL_ADDRESS must be host:port, not "${address}".`);
  }
  return { external: Boolean(address || env.TEMPORAL_PROFILE || env.TEMPORAL_CONFIG_FILE), address };
}
