import type { Token } from '../engine/state.ts';
import type { Text } from '../messages/text.ts';

/** A case that goes on, and for which no message is planned. */
export interface QuietCase {
  closing: 'paid' | 'cancelled' | null;
  held: boolean;
  heldUntil: string | null;
  incident: boolean;
  tokens: readonly (Pick<Token, 'waitingFor' | 'deadline'> & { step: string })[];
}

/** Why nothing is sent in a case: what it is stopped by, else what its tokens wait for. */
export function explainCase({ closing, held, heldUntil, incident, tokens }: QuietCase): Text[] {
  if (closing !== null) return [{ key: `why.case.closing-${closing}` }];
  if (incident) return [{ key: 'why.case.incident' }];
  if (held) {
    return [
      heldUntil === null ? { key: 'why.case.held' } : { key: 'why.case.held-until', values: { until: heldUntil } },
    ];
  }
  const waits = tokens.flatMap(({ waitingFor, deadline, step }) => tokenText(waitingFor, deadline, step));
  return waits.length > 0 ? waits : [{ key: 'why.case.beginning' }];
}

function tokenText(waitingFor: Token['waitingFor'], deadline: string | null, step: string): Text[] {
  switch (waitingFor) {
    case 'time':
      return [
        deadline === null ? { key: 'why.case.beginning' } : { key: 'why.case.time', values: { step, until: deadline } },
      ];
    case 'task':
      return [{ key: 'why.case.task', values: { step } }];
    // its message is planned or was settled: the next look takes the case on
    case 'contact':
    case null:
      return [{ key: 'why.case.beginning' }];
  }
}

/** An open invoice that no case follows. */
export interface IdleInvoice {
  excluded: boolean;
  disputed: boolean;
  isDue: boolean;
  /** How its last case ended; null: it never had one. */
  lastEnd: string | null;
}

/** Why nobody is written to about an invoice without a case. */
export function explainIdle({ excluded, disputed, isDue, lastEnd }: IdleInvoice): Text {
  if (excluded) return { key: 'why.idle.excluded' };
  if (disputed) return { key: 'why.idle.disputed' };
  if (lastEnd !== null) return { key: 'why.idle.ended', values: { reason: { key: `end-reason.${lastEnd}` } } };
  return { key: isDue ? 'why.idle.overdue' : 'why.idle.not-due' };
}
