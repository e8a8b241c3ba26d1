import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/task.ts';

export function listTasks(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskList>,
): Promise<z.infer<typeof schemas.tasks>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getTask(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskGet>,
): Promise<z.infer<typeof schemas.taskSheet>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function countTasks(_ctx: Allowed): Promise<z.infer<typeof schemas.taskCounts>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function previewTask(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskPreview>,
): Promise<z.infer<typeof schemas.preview>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function claimTask(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskClaim>,
): Promise<z.infer<typeof schemas.task>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function releaseTask(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskClaim>,
): Promise<z.infer<typeof schemas.task>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function completeTask(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.taskComplete>,
): Promise<z.infer<typeof schemas.task>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
