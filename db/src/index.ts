export * from './client.ts';
export * from './new-id.ts';
export * from './sealed.ts';
export * from './transient.ts';
export * from './without-values.ts';
