import { IMPORT_FIELDS, type ImportField, type ImportKind } from '@relance/db/queries';
import { HEADING_WORDS } from './heading-words.ts';
import { ImportFailure } from './import-failure.ts';
import { ITEM_WORDS } from './item-kind.ts';

/** Heading → field. Columns that stand for nothing are not in it. */
export type Mapping = Record<string, ImportField>;

interface MappingRequest {
  kind: ImportKind;
  headings: readonly string[];
  /** First rows, so that a column whose values speak against its heading is not taken. */
  sample: readonly (readonly string[])[];
  /** Heading → field as the caller wants it; an empty field means that the column is left out. */
  given?: Record<string, string> | null;
}

/** What each column stands for: as given, else as its heading is usually called; each field is taken once. */
export function guessMapping({ kind, headings, sample, given }: MappingRequest): Mapping {
  const mapping: Mapping = {};
  const decided = new Set<string>();
  const taken = new Set<ImportField>();
  for (const [heading, field] of Object.entries(given ?? {})) {
    if (!headings.includes(heading)) throw new ImportFailure('heading-unknown', heading);
    decided.add(heading);
    if (field === '') continue;
    if (!isField(kind, field)) throw new ImportFailure('field-unknown', field);
    if (taken.has(field)) throw new ImportFailure('field-twice', field);
    taken.add(field);
    mapping[heading] = field;
  }
  const candidates = headings.flatMap((heading, column) => {
    if (decided.has(heading)) return [];
    const word = plain(heading);
    return fieldsOf(kind).flatMap((field) => {
      const rank = HEADING_WORDS[field].indexOf(word);
      return rank < 0 ? [] : [{ heading, column, field, rank }];
    });
  });
  for (const { heading, column, field } of candidates.toSorted((one, other) => one.rank - other.rank)) {
    if (taken.has(field) || mapping[heading] || !fits(field, sample, column)) continue;
    // "Client" is the reference where nothing else is, the name where another column is the reference
    const better = fieldsOf(kind).slice(0, fieldsOf(kind).indexOf(field));
    const wants = (each: ImportField): boolean =>
      !taken.has(each) && HEADING_WORDS[each].includes(plain(heading)) && fits(each, sample, column);
    if (better.some((each) => wants(each))) continue;
    taken.add(field);
    mapping[heading] = field;
  }
  return Object.fromEntries(headings.flatMap((heading) => (mapping[heading] ? [[heading, mapping[heading]]] : [])));
}

function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return IMPORT_FIELDS[kind];
}

function isField(kind: ImportKind, field: string): field is ImportField {
  return fieldsOf(kind).some((known) => known === field);
}

/** `N° de facture` → `ndefacture`; accents, signs and case are how people write, not what they mean. */
export function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

const SHAPES: Partial<Record<ImportField, RegExp>> = {
  itemKind: ITEM_WORDS,
  country: /^[a-z]{2}$/i,
  language: /^[a-z]{2}([-_][a-z]{2})?$|^fran|^angl|^engl/i,
  email: /@/,
  siren: /^[\d\s]{9,20}$/,
  vatNumber: /^[a-z]{2}[\s.]*[0-9a-z]/i,
};

function fits(field: ImportField, sample: readonly (readonly string[])[], column: number): boolean {
  const shape = SHAPES[field];
  const values = sample.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  return !shape || (values.length === 0 && field !== 'itemKind') || values.some((value) => shape.test(value));
}
