/** Names for ever: Temporal histories and rows written years ago carry them. */
export const WORKFLOW_NAMES = {
  enrolment: 'enrolment',
  debtor: 'debtor',
  import: 'import',
  organisation: 'organisation',
} as const;

export type WorkflowKind = keyof typeof WORKFLOW_NAMES;

export const TASK_QUEUE = 'relance';
export const POKE_SIGNAL = 'poke';

/** Workflow id of the one run that looks after a row, e.g. `enrolment/0192…`. */
export function workflowId(kind: WorkflowKind, id: string): string {
  return `${kind}/${id}`;
}
