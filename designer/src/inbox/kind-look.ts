import type { IconName } from '../ui/index.ts';
import type { Task } from './task.ts';

/** The picture of each kind of task. */
export const kindIcons: Record<Task['kind'], IconName> = {
  call: 'phone',
  task: 'task',
  'confirm-email': 'mail',
  address: 'user',
  'unknown-delivery': 'warn',
  credits: 'euro',
  reply: 'comment',
};
