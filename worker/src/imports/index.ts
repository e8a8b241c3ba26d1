export * from './import-failure.ts';
export * from './step-import.ts';
