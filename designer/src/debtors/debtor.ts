import type { Outputs } from '../api.ts';

export type Debtor = Outputs['debtors']['list']['items'][number];
export type Invoice = Outputs['invoices']['list']['items'][number];
