import { ImportFailure } from './import-failure.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

const SIGNATURES: [kind: string, bytes: number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP or XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Looks at the first bytes: refuses what is no text whatever its name says, and tells a byte order mark. */
export function recognise(head: Uint8Array): { mark: Encoding | null; markLength: number } {
  if (head.length === 0) throw new ImportFailure('empty-file');
  const starts = (bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  const other = SIGNATURES.find(([, bytes]) => starts(bytes));
  if (other) throw new ImportFailure('not-text', other[0]);
  if (starts([0xef, 0xbb, 0xbf])) return { mark: 'utf-8', markLength: 3 };
  if (starts([0xff, 0xfe])) return { mark: 'utf-16le', markLength: 2 };
  if (starts([0xfe, 0xff])) throw new ImportFailure('wrong-encoding', 'UTF-16BE');
  return { mark: null, markLength: 0 };
}
