import type { Tx } from '@relance/db';
import { countPlannedGroups, readWakingEnrolments, type OrganisationDay } from '@relance/db/queries';
import { foreseeCases } from './enrolment-view.ts';
import { readOutboxDay } from './outbox-day.ts';

export interface LeavingToday {
  planned: number;
  /** By steps of today that have not come yet, one for each debtor, creditor and currency. */
  ahead: number;
  undecided: number;
}

/** More steps of one day than these are not foreseen: the figure is about the size of the day. */
const MOST = 500;

/** How many messages this day brings, if nobody pays before. */
export async function countLeavingToday(tx: Tx, organisationId: string, day: OrganisationDay): Promise<LeavingToday> {
  const outboxDay = await readOutboxDay(tx, organisationId);
  const { views } = await countPlannedGroups(tx, organisationId, outboxDay);
  const { dayEnd } = outboxDay;
  const rows = await readWakingEnrolments(tx, organisationId, { until: dayEnd, most: MOST });
  const next = await foreseeCases(tx, organisationId, rows, day);
  const groups = rows.flatMap(({ id, debtorId, entityId, currency }) => {
    const sends = (next.get(id) ?? []).some(
      ({ at, what }) => what.key === 'ahead.send-email' && at !== null && Date.parse(at) < Date.parse(dayEnd),
    );
    return sends ? [`${debtorId} ${entityId} ${currency}`] : [];
  });
  return { planned: views.today, ahead: new Set(groups).size, undecided: views.decide };
}
