import { ImportFailure } from './import-failure.ts';
import { recognise, type Encoding } from './recognise.ts';
import { decodeWindows1252 } from './windows-1252.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** Text of a file, part by part; never more than one part is held. A NUL or a wrong byte refuses the file. */
export async function* decode(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding, { fatal: true });
  let first = true;
  for await (const part of bytes) {
    if (first) recognise(part);
    first = false;
    const text = decoder ? read(decoder, encoding, part) : decodeWindows1252(part);
    if (text.includes('\0')) throw new ImportFailure('not-text', 'NUL');
    yield text;
  }
  if (first) throw new ImportFailure('empty-file');
  if (decoder) read(decoder, encoding, null);
}

function read(decoder: InstanceType<typeof TextDecoder>, encoding: Encoding, part: Uint8Array | null): string {
  try {
    return part ? decoder.decode(part, { stream: true }) : decoder.decode();
  } catch {
    throw new ImportFailure('wrong-encoding', encoding);
  }
}

/** The encoding that reads the whole file: its byte order mark, else UTF-8 when every byte fits, else Windows-1252. */
export async function detectEncoding(open: () => Bytes): Promise<Encoding> {
  for await (const part of open()) {
    const { mark } = recognise(part);
    if (mark) return mark;
    break;
  }
  try {
    for await (const text of decode(open(), 'utf-8')) void text;
    return 'utf-8';
  } catch (error) {
    if (error instanceof ImportFailure && error.code === 'wrong-encoding') return 'windows-1252';
    throw error;
  }
}
