import type { ImportOptions } from '@relance/db/schema';
import { currencyExponent } from '@relance/workflows/plan';
import { ImportFailure } from './import-failure.ts';
import { DECIMALS, type DecimalSign } from './read-amount.ts';
import { DATE_FORMATS, type DateFormat } from './read-date.ts';
import type { Encoding } from './recognise.ts';

export interface GivenOptions {
  delimiter: string | null;
  encoding: Encoding | null;
  dateFormat: DateFormat | null;
  decimal: DecimalSign | null;
  currency: string | null;
  entityId: string | null;
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'windows-1252'];
const DELIMITERS = [';', ',', '\t'];

/** The caller's options, each one checked; what is absent is null and found out from the file. */
export function readOptions(options: ImportOptions | null): GivenOptions {
  const { delimiter, encoding, dateFormat, decimal, currency, entityId } = options ?? {};
  if (currency !== undefined && currencyExponent(currency) === null)
    throw new ImportFailure('option-wrong', 'currency');
  return {
    delimiter: oneOf('delimiter', DELIMITERS, delimiter),
    encoding: oneOf('encoding', ENCODINGS, encoding),
    dateFormat: oneOf('dateFormat', DATE_FORMATS, dateFormat),
    decimal: oneOf('decimal', DECIMALS, decimal),
    currency: currency ?? null,
    entityId: entityId ?? null,
  };
}

function oneOf<Value extends string>(name: string, allowed: readonly Value[], value: string | undefined): Value | null {
  if (value === undefined) return null;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new ImportFailure('option-wrong', name);
  return found;
}
