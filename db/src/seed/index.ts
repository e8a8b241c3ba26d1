export * from './first-day.ts';
export * from './portfolio.ts';
export * from './siren.ts';
export * from './story.ts';
export type * from './seed-debtors.ts';
export type * from './seed-invoices.ts';
export type * from './seed-payments.ts';
export { Random } from './random.ts';
