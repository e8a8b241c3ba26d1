export * from './names.ts';
export * from './step.ts';
