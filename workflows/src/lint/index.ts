export type * from './finding.ts';
export type * from './known-texts.ts';
export * from './lint.ts';
export * from './message.ts';
export * from './standard-texts.ts';
