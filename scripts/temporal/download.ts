import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { TEMPORAL_VERSION } from './version.ts';

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/** The release binary of linux x64; the others are known by version alone. */
const LINUX_X64 = '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0';

/** Temporal's own download, the one that its test package uses. */
export async function download(folder: string): Promise<string> {
  const platform = PLATFORMS[process.platform];
  const architecture = ARCHITECTURES[process.arch];
  if (!platform || !architecture) throw new Error(`no build for ${process.platform} ${process.arch}`);
  const url = `https://temporal.download/cli/archive/v${TEMPORAL_VERSION}?platform=${platform}&arch=${architecture}`;
  const reply = await fetch(url, { signal: AbortSignal.timeout(180_000) }).catch((error: Error) => {
    const { cause } = error;
    throw new Error(`${url}: ${cause instanceof Error ? cause.message : error.message}`);
  });
  if (!reply.ok) throw new Error(`${url}: HTTP ${reply.status}`);
  const archive = path.join(folder, 'temporal.tar.gz');
  await writeFile(archive, Buffer.from(await reply.arrayBuffer()));
  await promisify(execFile)('tar', ['-xzf', archive, '-C', folder]);
  const binary = path.join(folder, 'temporal');
  await checkHash(binary);
  return binary;
}

export async function checkHash(binary: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const found = createHash('sha256')
    .update(await readFile(binary))
    .digest('hex');
  if (found !== LINUX_X64) throw new Error(`the binary's sha256 is ${found}, not the published one`);
}
