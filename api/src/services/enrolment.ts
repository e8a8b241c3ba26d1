import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/enrolment.ts';

export function listEnrolments(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.enrolmentList>,
): Promise<z.infer<typeof schemas.enrolments>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getEnrolment(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.enrolmentGet>,
): Promise<z.infer<typeof schemas.enrolment>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function listTimeline(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.timelineList>,
): Promise<z.infer<typeof schemas.timeline>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getEnrolmentGraph(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.enrolmentGet>,
): Promise<z.infer<typeof schemas.enrolmentGraph>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function createEnrolments(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.enrolmentCreate>,
): Promise<z.infer<typeof schemas.enrolmentCreated>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function commandEnrolment(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.enrolmentCommand>,
): Promise<z.infer<typeof schemas.enrolment>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
