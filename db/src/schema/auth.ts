import { boolean, index, pgSchema, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, recordedAt } from './columns.ts';

/** Identity: reached by the database role relance_auth only (`member` also by its own organisation, read only). */
export const authSchema = pgSchema('auth');

export const ROLES = ['manager', 'collector', 'admin', 'legal', 'sales', 'agency'] as const;
export type Role = (typeof ROLES)[number];

export const user = authSchema.table('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  /** Preferences of the person: language and theme. */
  language: text({ enum: ['fr', 'en'] }),
  theme: text({ enum: ['light', 'dark', 'system'] }),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
});

export const session = authSchema.table(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: moment().notNull(),
    token: text().notNull().unique(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: text().notNull(),
    activeOrganisationId: uuid(),
  },
  (t) => [index('session_user').on(t.userId)],
);

/** A way to sign in (better-auth's name); a debtor's account in a ledger is another table. */
export const signInAccount = authSchema.table(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index('sign_in_account_user').on(t.userId)],
);

export const verification = authSchema.table('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
});

export const member = authSchema.table(
  'member',
  {
    userId: text().notNull(),
    orgId: uuid().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** Copied from the user, so that an organisation can name its people without reading identity. */
    name: text().notNull(),
    email: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.orgId] }), index('member_org').on(t.orgId)],
);

/** A place offered to somebody by mail; the link is known by its digest alone and good once. */
export const invitation = authSchema.table(
  'invitation',
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: text().notNull(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    revokedAt: moment(),
    recordedAt: recordedAt(),
  },
  (t) => [index('invitation_org').on(t.orgId)],
);

export const apiKey = authSchema.table(
  'api_key',
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    role: text({ enum: ROLES }).notNull(),
    name: text().notNull(),
    /** SHA-256 of the key; the key itself is shown once and not kept. */
    hash: text().notNull(),
    revokedAt: moment(),
    recordedAt: recordedAt(),
  },
  (t) => [unique('api_key_hash').on(t.hash)],
);
