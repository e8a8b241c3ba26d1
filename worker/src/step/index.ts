export * from './failure-code.ts';
export * from './step-enrolment.ts';
