import { isBic, isEmailAddress, isIban, isSiren } from '@relance/workflows/identity';
import type { Inputs, Outputs } from '../api.ts';
import type { MessageKey } from '../i18n/index.ts';

type Entity = Outputs['entities']['list']['items'][number];
type Details = Omit<Inputs['entities']['create'], 'country' | 'language'>;
export type EntityField = keyof Details;
export type EntityDraft = Record<EntityField, string>;

const FIELDS: readonly EntityField[] = [
  'name',
  'legalForm',
  'siren',
  'address',
  'dataNoticeUrl',
  'accountHolder',
  'iban',
  'bic',
  'emailFrom',
  'replyTo',
  'senderName',
  'senderRole',
  'senderPhone',
  'signature',
];

/** What has no value rather than an empty one. */
const NULLABLE: ReadonlySet<EntityField> = new Set([
  'siren',
  'dataNoticeUrl',
  'accountHolder',
  'iban',
  'bic',
  'emailFrom',
  'replyTo',
]);

export function draftOf(entity: Entity | null): EntityDraft {
  return Object.fromEntries(FIELDS.map((field) => [field, entity?.[field] ?? ''])) as EntityDraft;
}

/** As the server takes it: what is empty is no value. */
export function detailsOf(draft: EntityDraft): Details {
  return Object.fromEntries(
    FIELDS.map((field) => {
      const value = draft[field].trim();
      return [field, value === '' && NULLABLE.has(field) ? null : value];
    }),
  ) as Details;
}

const isUrl = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

type Wrong = Extract<MessageKey, `organisation.entity.${string}-wrong`>;

const CHECKS: Partial<Record<EntityField, [check: (value: string) => boolean, says: Wrong]>> = {
  siren: [isSiren, 'organisation.entity.siren-wrong'],
  iban: [isIban, 'organisation.entity.iban-wrong'],
  bic: [isBic, 'organisation.entity.bic-wrong'],
  emailFrom: [isEmailAddress, 'organisation.entity.email-wrong'],
  replyTo: [isEmailAddress, 'organisation.entity.email-wrong'],
  dataNoticeUrl: [isUrl, 'organisation.entity.url-wrong'],
};

/** What of a draft cannot be saved, by field; the server checks the same. */
export function wrongIn(draft: EntityDraft): Partial<Record<EntityField, Wrong>> {
  return Object.fromEntries(
    Object.entries(CHECKS).flatMap(([field, [check, says]]) => {
      const value = draft[field as EntityField].trim();
      return value === '' || check(value) ? [] : [[field, says]];
    }),
  );
}
