export * from './plan.ts';
export * from './condition.ts';
export type * from './anchor.ts';
export * from './late-entry.ts';
export * from './hash.ts';
export * from './canonical.ts';
export * from '../money/currency.ts';
export * from '../money/money.ts';
