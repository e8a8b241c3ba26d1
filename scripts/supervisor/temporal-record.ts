import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writePrivateFile } from './write-private-file.ts';

/** By what our Temporal server proves itself; kept beside its store, which may be deleted without it. */
export interface TemporalRecord {
  port: number;
  namespace: string;
}

const file = (dataDir: string): string => path.join(dataDir, 'temporal.json');

export async function readRecord(dataDir: string): Promise<TemporalRecord | null> {
  const text = await readFile(file(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as TemporalRecord);
}

export async function writeRecord(dataDir: string, record: TemporalRecord): Promise<void> {
  await writePrivateFile(file(dataDir), `${JSON.stringify(record)}\n`);
}

export function newNamespace(): string {
  return `relance-${randomBytes(6).toString('hex')}`;
}
