import type { z } from 'zod';
import type { TimelineRow } from '@relance/db/queries';
import type { timelineRow } from '../schemas/enrolment.ts';

/** A row of the audit log as a timeline tells it: what it does not say is left out. */
export function timelineRowOf(row: TimelineRow): z.infer<typeof timelineRow> {
  const { id, at, recordedAt, kind, actor, nodeId, visit, reason, ref, data } = row;
  return {
    id,
    at,
    recordedAt,
    kind,
    actor,
    ...(nodeId !== null && { nodeId }),
    ...(visit !== null && { visit }),
    ...(reason !== null && { reason }),
    ...(ref !== null && { ref }),
    ...(data !== null && { data }),
  };
}
