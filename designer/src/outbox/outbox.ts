import type { Inputs, Outputs } from '../api.ts';

export type Outbox = Outputs['outbox']['list'];
export type OutboxGroup = Outbox['items'][number];
export type OutboxView = NonNullable<Inputs['outbox']['list']['view']>;
export type Previewed = Outputs['outbox']['preview'];
export type PlannedMessage = Previewed['messages'][number];

/** The views in their order; what sending that is off has stopped is one only while there is such. */
export const OUTBOX_VIEWS: readonly OutboxView[] = ['decide', 'today', 'later', 'aside', 'stopped', 'blocked'];

export const viewOf = (text: string | undefined): OutboxView => OUTBOX_VIEWS.find((view) => view === text) ?? 'decide';
