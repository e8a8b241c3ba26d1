export * from './step-organisation.ts';
