import {
  continueAsNew,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { ShellActivities, ShellInput } from '../contract/step.ts';
import { Pokes, shorten } from './pokes.ts';
import { DELIVERY, STEP } from './profiles.ts';

const { stepDebtor } = proxyLocalActivities<ShellActivities>(STEP);
const { deliverMessage } = proxyActivities<ShellActivities>(DELIVERY);

/** One debtor's messages: group what is ripe, hand each message to its provider, look again; else wait for the next slot. */
export async function debtor(input: ShellInput): Promise<void> {
  const pokes = new Pokes();
  let standing = 'first step';
  let first = true;
  for (;;) {
    const info = workflowInfo();
    pokes.answer();
    const { done, wakeInMs, summary, deliver, away } = await stepDebtor.executeWithOptions(
      { ...STEP, summary: shorten(standing) },
      [input, { id: info.runId, first }],
    );
    first &&= away === true;
    if (done && deliver.length === 0 && !pokes.pending) return;
    const delivered = await deliverAll(input, deliver);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof debtor>(input);
    standing = summary;
    if (delivered && deliver.length > 0) continue;
    await pokes.next(delivered ? wakeInMs : LEASE_MS, summary);
  }
}

/** When a provider stayed away through all attempts: by then the message's lease has run out and the step decides. */
const LEASE_MS = 60_000;

async function deliverAll(input: ShellInput, messageIds: string[]): Promise<boolean> {
  let delivered = true;
  for (const messageId of messageIds) {
    try {
      await deliverMessage(input, messageId);
    } catch (error) {
      if (isCancellation(error)) throw error;
      delivered = false;
    }
  }
  return delivered;
}
