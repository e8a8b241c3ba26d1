import { z } from 'zod';
import { compact, compactVatNumber, isEmailAddress, isSiren, isVatNumber } from '@relance/workflows/identity';
import { givenId } from './id.ts';
import { language } from './session.ts';
import { filled, text } from './text.ts';

const siren = text().refine(isSiren, 'nine digits with the right check digit').overwrite(compact);
const vatNumber = text().refine(isVatNumber, 'a VAT number of the EU').overwrite(compactVatNumber);
const country = text()
  .regex(/^[A-Za-z]{2}$/, 'two letters')
  .overwrite((code) => code.toUpperCase());

/** What a person knows better than the ledger. Null: nothing is known. */
export const debtorUpdate = z.strictObject({
  id: givenId,
  name: filled().optional(),
  kind: z.enum(['business', 'public', 'consumer', 'unknown']).optional(),
  siren: siren.nullable().optional(),
  vatNumber: vatNumber.nullable().optional(),
  language: language.nullable().optional(),
  country: country.nullable().optional(),
  segment: filled(100).nullable().optional(),
  /** User id of the collector who looks after it. */
  owner: text().nullable().optional(),
});

const email = text()
  .overwrite((value) => value.trim())
  .refine(isEmailAddress, 'one e-mail address');

const person = {
  name: text(200),
  /** What the person is asked for: billing, accounting, purchasing, management … */
  role: filled(50),
  email: email.nullable(),
  phone: filled(50).nullable(),
};

export const debtorAddPerson = z.strictObject({ id: givenId, ...person });
export const debtorUpdatePerson = z.strictObject({ id: givenId, personId: givenId, ...person });
