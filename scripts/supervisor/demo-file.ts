import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writePrivateFile } from './write-private-file.ts';

export interface Account {
  email: string;
  password: string;
  role: string;
}

export interface Demo {
  apiKey: string;
  accounts: Account[];
}

/** What the seed wrote down about the demo organisation; null when this store was not seeded by us. */
export async function readDemo(dataDir: string): Promise<Demo | null> {
  const file = path.join(dataDir, 'demo-seed.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as Demo);
}

/** `demo.json`, by which scripts find this installation: rewritten before it answers. */
export async function writeDemoFile(dataDir: string, url: string, { apiKey, accounts }: Demo): Promise<void> {
  const text = JSON.stringify({ url, apiKey, accounts }, null, 2);
  await writePrivateFile(path.join(dataDir, 'demo.json'), `${text}\n`);
}
