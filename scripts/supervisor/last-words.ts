import { readFile } from 'node:fs/promises';

/** The end of a log, for a message about whoever wrote it. */
export async function lastWords(logFile: string, lines = 6): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const words = text.trimEnd().split('\n').slice(-lines).join('\n    ');
  return `${words}\n    (${logFile})`;
}
