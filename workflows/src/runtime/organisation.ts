import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { ShellActivities, ShellInput } from '../contract/step.ts';
import { Pokes, shorten } from './pokes.ts';
import { LONG_STEP } from './profiles.ts';

const { stepOrganisation } = proxyActivities<ShellActivities>(LONG_STEP);

/** One organisation: its rules each morning, and the clock of a sandbox: work until nothing is due, move on, until the target. */
export async function organisation(input: ShellInput): Promise<void> {
  const pokes = new Pokes();
  let standing = 'first step';
  let first = true;
  for (;;) {
    const info = workflowInfo();
    pokes.answer();
    const { done, wakeInMs, summary, away } = await stepOrganisation.executeWithOptions(
      { ...LONG_STEP, summary: shorten(standing) },
      [input, { id: info.runId, first }],
    );
    first &&= away === true;
    if (done && !pokes.pending) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof organisation>(input);
    if (wakeInMs !== 0) await pokes.next(wakeInMs, summary);
    standing = summary;
  }
}
