/** Input of each of the four workflows: ids only, so that histories carry no personal data and no plan. */
export interface ShellInput {
  organisationId: string;
  id: string;
}

/**
 * Reply of a step, read from the present row, never stored.
 * `wakeInMs` is the real time left until something is due: null when only a poke can wake it.
 * `summary` names node, type and until when, for Temporal's own UI; never user text.
 */
export interface StepReply {
  done: boolean;
  wakeInMs: number | null;
  summary: string;
  /** The step could not be taken, the database being away or busy: the same step is to be taken again. */
  away?: true;
}

/** The run that asks: its first step writes its id on the row, a later step of a run that is no longer named there is stale. */
export interface RunRef {
  id: string;
  first: boolean;
}

/** The activities that the four shells call, one per kind; each is one SQL transaction or a chain of resumable ones. */
export interface ShellActivities {
  stepEnrolment(input: ShellInput, run: RunRef): Promise<StepReply>;
  stepDebtor(input: ShellInput, run: RunRef): Promise<StepReply & { deliver: string[] }>;
  /** Hands one reserved message to its provider and settles it; idempotent by message id and fencing token. */
  deliverMessage(input: ShellInput, messageId: string): Promise<void>;
  stepImport(input: ShellInput, run: RunRef): Promise<StepReply>;
  stepOrganisation(input: ShellInput, run: RunRef): Promise<StepReply>;
}
