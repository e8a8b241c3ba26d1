import { continueAsNew, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { ShellActivities, ShellInput } from '../contract/step.ts';
import { Pokes, shorten } from './pokes.ts';
import { STEP } from './profiles.ts';

const { stepEnrolment } = proxyLocalActivities<ShellActivities>(STEP);

/** One invoice under one scenario: take a step; then wait until something happens or its time comes, and look again. */
export async function enrolment(input: ShellInput): Promise<void> {
  const pokes = new Pokes();
  let standing = 'first step';
  let first = true;
  for (;;) {
    const info = workflowInfo();
    pokes.answer();
    const { done, wakeInMs, summary, away } = await stepEnrolment.executeWithOptions(
      { ...STEP, summary: shorten(standing) },
      [input, { id: info.runId, first }],
    );
    first &&= away === true;
    if (done && !pokes.pending) return;
    // the new run begins with a step, which answers a poke that came meanwhile
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof enrolment>(input);
    await pokes.next(wakeInMs, summary);
    standing = summary;
  }
}
