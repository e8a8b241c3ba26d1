export * from './audit.ts';
export * from './clock.ts';
export * from './event.ts';
export * from './outbox.ts';
