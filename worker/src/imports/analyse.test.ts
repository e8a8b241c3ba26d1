import { describe, expect, test } from 'vitest';
import { analyse, type AnalyseRequest } from './analyse.ts';
import { decode } from './decode.ts';
import { readOptions } from './read-options.ts';
import { LONGEST_RECORD, readRecords } from './read-records.ts';

async function* parts(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  if (bytes.length === 0) yield bytes;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const look = (content: string | Buffer, more: Partial<AnalyseRequest> = {}) => {
  const bytes = Buffer.from(content as string);
  // parts larger than the signatures, smaller than the file, so that characters are cut
  return analyse({
    open: () => parts(bytes, 64),
    kind: 'debtors',
    mapping: { ref: 'debtorRef' },
    options: readOptions(null),
    country: 'FR',
    ...more,
  });
};

describe('how a file is written', () => {
  test('encodings', async () => {
    const text = `ref;Nom\n1;${'é'.repeat(100)} €\n`;
    expect((await look(text)).encoding).toBe('utf-8');
    expect(await look(`\ufeff${text}`)).toMatchObject({ encoding: 'utf-8', headings: ['ref', 'Nom'] });
    const western = await look(Buffer.from('ref;Nom\n1;Caf\u00e9 \u0080\n', 'latin1'));
    expect(western).toMatchObject({ encoding: 'windows-1252', sample: [['1', 'Café €']] });
    const wide = await look(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(wide).toMatchObject({ encoding: 'utf-16le', headings: ['ref', 'Nom'] });
  });

  test.each([
    ['ref;a\n1;2,5\n', ';'],
    ['ref,a\n1,"x;y"\n', ','],
    ['ref\ta\n1\t2\n', '\t'],
    ['ref;a,b,c\n1;2\n', ';'],
  ])('delimiter of %j', async (text, delimiter) => {
    expect((await look(text)).delimiter).toBe(delimiter);
  });

  test('headings are told apart, blank lines are no records', async () => {
    const layout = await look('ref;;a;a\n1;2;3;4\n;;;\n\n');
    expect(layout.headings).toEqual(['ref', '#2', 'a', 'a (2)']);
    expect(layout.records).toBe(1);
    expect(layout.ignoredColumns).toEqual(['#2', 'a', 'a (2)']);
  });

  test('a date format is decided by all values, not by the first', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `${index};01/02/2025;5,00`);
    const text = ['ref;receivedOn;amount', ...lines, 'last;12/31/2025;5,00'].join('\n');
    const layout = await look(text, { kind: 'payments', mapping: { ref: 'externalId' } });
    expect(layout.dateFormat).toBe('M/D/YYYY');
    expect(layout.records).toBe(501);
  });

  test.each([
    ['', 'empty-file'],
    ['ref\n', 'no-rows'],
    ['%PDF-1.7 …', 'not-text: PDF'],
    ['PK\u0003\u0004 …', 'not-text: ZIP or XLSX'],
    ['ref;a\n1;\0\n', 'not-text: NUL'],
    ['ref;a\n1;"never closed\n2;3\n', 'quote-not-closed'],
    [`ref;a\n1;"${'x'.repeat(LONGEST_RECORD + 10)}\n`, 'line-too-long'],
    [`ref${';'.repeat(250)}\n1\n`, 'too-many-columns'],
  ])('%j is refused', async (text, reason) => {
    await expect(look(text)).rejects.toThrow(reason);
  });

  test('a file without a column that it needs says which, and shows those that it has', async () => {
    const layout = await look('a;b\n1;2\n', { mapping: null });
    expect(layout).toMatchObject({ missing: 'debtorRef', headings: ['a', 'b'], sample: [['1', '2']] });
  });

  test('bytes that the asked encoding does not have are refused', async () => {
    const bytes = Buffer.from('ref\nCaf\u00e9\n', 'latin1');
    await expect(look(bytes, { options: readOptions({ encoding: 'utf-8' }) })).rejects.toThrow('wrong-encoding: utf-8');
  });
});

test('records carry the line on which they begin', async () => {
  const text = Buffer.from('a;b\r\n"x\ny";12" tube\r\n\r\nlast\n');
  const records = [];
  for await (const record of readRecords(decode(parts(text), 'utf-8'), ';')) records.push(record);
  expect(records).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x\ny', '12" tube'] },
    { line: 5, cells: ['last'] },
  ]);
});
