import { compact, compactIban, isBic, isEmailAddress, isIban, isSiren } from '@relance/workflows/identity';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { filledLine, line, lines } from './line.ts';
import { givenCountry } from './place.ts';
import { language } from './session.ts';

const siren = line(40)
  .refine(isSiren, 'nine digits, the last of which checks the others')
  .overwrite((value) => compact(value));
const iban = line(60)
  .refine(isIban, 'an IBAN: its length and check digits fit')
  .overwrite((value) => compactIban(value));
const bic = line(20)
  .refine(isBic, 'a BIC of 8 or 11 characters')
  .overwrite((value) => compactIban(value));
const email = line(254).refine(isEmailAddress, 'one e-mail address');
const url = line(500).refine(
  (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
  'an http or https address',
);

const details = {
  legalForm: line(),
  siren: siren.nullable(),
  address: lines(500),
  country: givenCountry,
  language,
  accountHolder: line().nullable(),
  iban: iban.nullable(),
  bic: bic.nullable(),
  emailFrom: email.nullable(),
  replyTo: email.nullable(),
  senderName: line(),
  senderRole: line(),
  senderPhone: line(40),
  signature: lines(),
  dataNoticeUrl: url.nullable(),
};

export const entityCreate = z.strictObject({
  name: filledLine(),
  ...z.strictObject(details).partial().shape,
});
export const entityUpdate = z.strictObject({
  id: givenId,
  name: filledLine().optional(),
  ...z.strictObject(details).partial().shape,
});

export const entity = z
  .object({
    id,
    name: z.string(),
    legalForm: z.string(),
    siren: z.string().nullable(),
    address: z.string(),
    country: z.string(),
    language,
    accountHolder: z.string().nullable(),
    iban: z.string().nullable(),
    bic: z.string().nullable(),
    emailFrom: z.string().nullable(),
    replyTo: z.string().nullable(),
    senderName: z.string(),
    senderRole: z.string(),
    senderPhone: z.string(),
    signature: z.string(),
    dataNoticeUrl: z.string().nullable(),
    /** What it lacks before anything can leave in its name. */
    gaps: z.array(z.enum(['name', 'accountHolder', 'iban', 'emailFrom', 'senderName'])),
  })
  .meta({ id: 'Entity' });

export const entities = z.object({ items: z.array(entity) });
