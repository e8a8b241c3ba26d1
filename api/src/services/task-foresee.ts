import type { Tx } from '@relance/db';
import { findEnrolment, readDay, readFacts, readVersions, type CaseAnswer, type CaseRow } from '@relance/db/queries';
import { preview, type Ahead } from '@relance/workflows/engine';
import type { Delay, Plan } from '@relance/workflows/plan';

/** What a step that sends says of its message. */
export interface MessageStep {
  template: string;
  tone: number;
  recipients: string[];
  mode: string;
  answerIn: Delay | null;
}

export interface Foreseen {
  ahead: Ahead[];
  /** The step that sends a message at once; null: none does. */
  step: MessageStep | null;
}

/** What follows for one case if its task ends like this, said by the engine that will carry it out. */
export async function foreseeCase(
  tx: Tx,
  organisationId: string,
  { enrolmentId, nodeId, visit }: CaseRow,
  { outcome, values }: CaseAnswer,
): Promise<Foreseen> {
  const enrolment = await findEnrolment(tx, organisationId, enrolmentId);
  if (!enrolment?.state) return { ahead: [], step: null };
  const [version] = await readVersions(tx, organisationId, [enrolment.versionId]);
  if (!version) throw new Error(`enrolment ${enrolmentId} follows a version that is not there`);
  const { plan } = version;
  const { now } = await readDay(tx, organisationId);
  const { calendar: country, timeZone } = plan.settings;
  const facts = await readFacts(tx, organisationId, { enrolmentId, now, fallback: { country, timeZone } });
  const ahead = preview(plan, enrolment.state, { nodeId, visit, outcome, values }, facts, now);
  const atOnce = ahead.find(({ at, what }) => at === now && SENDS.has(what.key));
  return { ahead, step: atOnce?.nodeId ? stepOf(plan, atOnce.nodeId) : null };
}

const SENDS = new Set(['ahead.send-email', 'ahead.confirm-email']);

function stepOf(plan: Plan, nodeId: string): MessageStep | null {
  const node = plan.nodes[nodeId];
  return node?.type === 'send-email' ? (node.config as MessageStep) : null;
}
