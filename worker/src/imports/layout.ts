import type { ImportField } from '@relance/db/queries';
import type { Mapping } from './guess-mapping.ts';
import type { DecimalSign } from './read-amount.ts';
import type { DateFormat } from './read-date.ts';
import type { Encoding } from './recognise.ts';

/** How a file is written and what its columns stand for. */
export interface Layout {
  encoding: Encoding;
  delimiter: string;
  dateFormat: DateFormat;
  decimal: DecimalSign;
  /** Options that the file leaves open, taken from the organisation's habits. */
  assumed: ('dateFormat' | 'decimal' | 'entityId')[];
  headings: string[];
  mapping: Mapping;
  /** Column of each mapped field. */
  columns: ReadonlyMap<ImportField, number>;
  /** A field that the file must have and no column was found for, or several of which one would do: `total | balance`. */
  missing: string | null;
  ignoredColumns: string[];
  sample: string[][];
  /** Records below the headings, blank ones left out. */
  records: number;
  /** Line of the last record when it is shorter than all others: the file ends in its middle. */
  cutAt: number | null;
}
