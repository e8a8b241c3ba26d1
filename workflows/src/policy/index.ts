export * from './decide-dispatch.ts';
export * from './decide.ts';
export type * from './dispatch.ts';
export * from './due-contacts.ts';
export * from './guard.ts';
export type * from './open-contact.ts';
export * from './sending.ts';
export * from './slot.ts';
export * from './quiet-until.ts';
