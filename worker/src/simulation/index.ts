export { completeTask } from './complete-task.ts';
export { planAhead } from './plan-ahead.ts';
export { simulate } from './simulate.ts';
