export { planAhead } from './plan-ahead.ts';
export { replyText } from './reply-text.ts';
export { simulate } from './simulate.ts';
