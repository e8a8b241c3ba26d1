import type { Outputs } from '../api.ts';

export type Payment = Outputs['payments']['list']['items'][number];
