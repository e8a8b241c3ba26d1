import { existsSync } from 'node:fs';
import path from 'node:path';

/** Says in one sentence that this Node is too old, rather than failing later on something it lacks. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Relance needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * What `.env` says, where the environment does not say otherwise, and silence from the tools that would call home.
 * @param {string} checkout
 */
export function loadEnvironment(checkout) {
  const file = path.join(checkout, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  process.env.TURBO_TELEMETRY_DISABLED = '1';
  process.env.BETTER_AUTH_TELEMETRY = '0';
  process.env.DO_NOT_TRACK = '1';
}
