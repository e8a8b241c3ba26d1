export * from './assign.ts';
export * from './drawn-rule.ts';
export * from './lint-rules.ts';
export * from './match-rule.ts';
export * from './may-enter.ts';
export * from './next-run.ts';
export * from './rule.ts';
