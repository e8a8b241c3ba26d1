import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Installs the dependencies when they are missing or are not those of the lock file.
 * @param {string} checkout
 */
export async function install(checkout) {
  const installed = path.join(checkout, 'node_modules', '.package-lock.json');
  // npm writes this file last: without it an installation never ended.
  const complete = existsSync(installed);
  if (complete && matches(packagesOf(path.join(checkout, 'package-lock.json')), packagesOf(installed))) return;
  const started = Date.now();
  console.log('  Installing the dependencies; this takes a minute or two.');
  const command = complete ? 'install' : 'ci';
  const result = npm(checkout, [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result !== 0) {
    console.error(`The dependencies could not be installed: npm ${command} failed (see above).`);
    process.exit(1);
  }
  console.log(`  Dependencies     ${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s`);
}

/**
 * Whether everything that the lock file demands on this machine is there in that version.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function matches(locked, installed) {
  return Object.entries(locked).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true;
    const found = installed[place];
    // Binaries of other platforms are in the lock and never installed.
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * @param {string} checkout
 * @param {string[]} args
 */
function npm(checkout, args) {
  const self = process.env.npm_execpath;
  const [command, leading] = self ? [process.execPath, [self]] : ['npm', []];
  return spawnSync(command, [...leading, ...args], { cwd: checkout, stdio: ['ignore', 2, 2] }).status;
}
