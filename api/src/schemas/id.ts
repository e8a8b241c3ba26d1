import { z } from 'zod';
import { text } from './text.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** An id that no row ever has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Whether a text can be the id of a row at all. */
export function isId(value: string): boolean {
  return UUID.test(value);
}

/** An id given by a caller. One that cannot exist is an unknown id, not bad input: 404, or a list of nothing. */
export const givenId = text().overwrite((value) => {
  const lower = value.toLowerCase();
  return isId(lower) ? lower : NOBODY;
});

/** An id in a reply. */
export const id = z.string().meta({ format: 'uuid' });
