export { isBic } from './bic.ts';
export { isEmailAddress } from './email-address.ts';
export { entityGaps, type EntityGap, type EntityIdentity } from './entity-gaps.ts';
export { compactIban, isIban } from './iban.ts';
export { areSimilarNames } from './similar-names.ts';
export { compact, isSiren } from './siren.ts';
export { compactVatNumber, isVatNumber } from './vat-number.ts';
