export * from './ids.ts';
export * from './scenario.ts';
export type * from './edit/edit.ts';
