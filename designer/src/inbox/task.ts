import type { Outputs } from '../api.ts';

export type Task = Outputs['tasks']['list']['items'][number];
export type TaskSheetData = Outputs['tasks']['get'];
export type Preview = Outputs['tasks']['preview'];
export type TaskOutcome = Task['outcomes'][number];
export type TaskField = TaskOutcome['fields'][number];
