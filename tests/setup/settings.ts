import type { RolePasswords } from '@relance/db/migrate';

/** What a run's servers are reached by; test workers inherit it through the environment. */
export interface Settings {
  /** Where the run keeps what it makes. */
  folder: string;
  adminUrl: string;
  passwords: RolePasswords;
  temporalPort: number;
  temporalBinary: string;
}

/** The migrated database that every test's own database is a copy of. */
export const TEMPLATE = 'relance_template';

const VARIABLE = 'RELANCE_TEST_ENVIRONMENT';

export function writeSettings(settings: Settings): void {
  process.env[VARIABLE] = JSON.stringify(settings);
}

export function readSettings(): Settings {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('No test servers run: use `npx vitest run --project flow`, whose set-up starts them.');
  return JSON.parse(text) as Settings;
}
