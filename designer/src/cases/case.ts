import type { Outputs } from '../api.ts';

export type Case = Outputs['enrolments']['list']['items'][number];
