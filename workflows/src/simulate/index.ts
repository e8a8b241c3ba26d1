export * from './foresee-day.ts';
export type * from './new-case.ts';
