import type { IconName } from './icon.tsx';
import type { Phase } from './tile.tsx';

type Look = { phase: Phase; icon: IconName };

/** Phase and icon of each kind of step; a kind that is not known yet looks like logic. */
const looks: Record<string, Look> = {
  start: { phase: 'logic', icon: 'start' },
  wait: { phase: 'logic', icon: 'clock' },
  'send-email': { phase: 'remind', icon: 'mail' },
  call: { phase: 'talk', icon: 'phone' },
  task: { phase: 'talk', icon: 'task' },
  decision: { phase: 'logic', icon: 'decision' },
  parallel: { phase: 'logic', icon: 'parallel' },
  join: { phase: 'logic', icon: 'join' },
  end: { phase: 'close', icon: 'end' },
};

export function nodeLook(type: string, template?: string): Look {
  // A reminder before the due date prevents; a thank-you closes: the template says which.
  if (type === 'send-email' && template?.startsWith('before-due')) return { phase: 'prevent', icon: 'mail' };
  if (type === 'send-email' && template?.startsWith('thank')) return { phase: 'close', icon: 'thank' };
  return looks[type] ?? { phase: 'logic', icon: 'decision' };
}
