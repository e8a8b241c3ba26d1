import { IMPORT_FIELDS, REJECTION_REASONS, REQUIRED_FIELDS } from '@relance/db/queries';
import { expect, test } from 'vitest';
import { imports } from '../../designer/src/i18n/catalogue/imports.ts';
import { importFields, importKinds, requiredFields } from '../../designer/src/imports/import-fields.ts';
import { IMPORT_FAILURES } from '../../worker/src/imports/import-failure.ts';

// the page cannot ask the server's package, so the two lists are held together here
test('the page offers for a column what the reader of files knows, and misses the same ones', () => {
  expect([...importKinds].toSorted()).toEqual(Object.keys(IMPORT_FIELDS).toSorted());
  for (const kind of importKinds) {
    expect([...importFields[kind]].toSorted()).toEqual([...IMPORT_FIELDS[kind]].toSorted());
    expect(requiredFields[kind]).toEqual(REQUIRED_FIELDS[kind]);
  }
});

test('the page has words for each reason why a line stays out or a file is refused', () => {
  const keys = [
    ...REJECTION_REASONS.map((reason) => `reason.${reason}`),
    ...IMPORT_FAILURES.map((failure) => `failure.${failure}`),
    'failure.closing-outdated',
  ];
  for (const words of [imports.fr, imports.en]) {
    expect(keys.filter((key) => !(key in words))).toEqual([]);
  }
});
