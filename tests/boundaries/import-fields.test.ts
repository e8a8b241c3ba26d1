import { IMPORT_FIELDS, REQUIRED_FIELDS } from '@relance/db/queries';
import { expect, test } from 'vitest';
import { importFields, importKinds, requiredFields } from '../../designer/src/imports/import-fields.ts';

// the page cannot ask the server's package, so the two lists are held together here
test('the page offers for a column what the reader of files knows, and misses the same ones', () => {
  expect([...importKinds].toSorted()).toEqual(Object.keys(IMPORT_FIELDS).toSorted());
  for (const kind of importKinds) {
    expect([...importFields[kind]].toSorted()).toEqual([...IMPORT_FIELDS[kind]].toSorted());
    expect(requiredFields[kind]).toEqual(REQUIRED_FIELDS[kind]);
  }
});
