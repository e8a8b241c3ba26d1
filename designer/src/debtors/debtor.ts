import type { Outputs } from '../api.ts';

export type Debtor = Outputs['debtors']['list']['items'][number];
export type DebtorSheet = Outputs['debtors']['get'];
export type DebtorPerson = Debtor['contacts'][number];
export type Invoice = Outputs['invoices']['list']['items'][number];
