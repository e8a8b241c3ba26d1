import { ROLES } from '@relance/db/schema';
import { z } from 'zod';
import { givenId, id } from './id.ts';

export const role = z.enum(ROLES);
export const language = z.enum(['fr', 'en']);
export const theme = z.enum(['light', 'dark', 'system']);

export const me = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    language: language.nullable(),
    theme: theme.nullable(),
  }),
  organisation: z.object({
    id,
    name: z.string(),
    sandbox: z.boolean(),
    /** Off: whatever is planned stays planned. */
    sending: z.boolean(),
    currency: z.string(),
    country: z.string(),
    language,
    timeZone: z.string(),
  }),
  role,
  memberships: z.array(z.object({ organisationId: id, name: z.string(), role, sandbox: z.boolean() })),
});

export const preferences = z.strictObject({ language: language.optional(), theme: theme.optional() });
export const organisationChoice = z.strictObject({ organisationId: givenId });

export const members = z.object({
  items: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string(), role })),
});
