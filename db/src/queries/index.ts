export * from './audit.ts';
export * from './clock.ts';
export * from './enrolment.ts';
export * from './event.ts';
export * from './outbox.ts';
export * from './payment.ts';
export * from './scenario.ts';
export * from './settle.ts';
