import type { Inputs, Outputs } from '../api.ts';

export type Today = Outputs['today']['get'];
export type Story = NonNullable<Today['story']>;
export type StoryLine = Story['lines'][number];
export type Line = Inputs['today']['happenings']['line'];

/** Every line that has rows of its own; calls that wait stand in the inbox. */
export const LINES: readonly Line[] = [
  'sent',
  'bounced',
  'not-sent',
  'payments',
  'closed',
  'promised',
  'kept',
  'broken',
  'promises-due',
];
