export * from './client.ts';
export * from './new-id.ts';
export * from './transient.ts';
