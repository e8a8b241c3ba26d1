export * from './decide-dispatch.ts';
export type * from './dispatch.ts';
export * from './slot.ts';
