import type { z } from 'zod';
import { findTask, readCases } from '@relance/db/queries';
import type { Ahead } from '@relance/workflows/engine';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/task.ts';
import { readAnswer } from './task-answer.ts';
import { foreseeCase } from './task-foresee.ts';

type Preview = z.infer<typeof schemas.preview>;

const NOTHING = { at: null, nodeId: null, what: { key: 'ahead.nothing' } } satisfies Ahead;

/** What would follow if the task ended like this, said by the engine that will carry it out. */
export function previewTask(
  { caller, work }: Allowed,
  { id, ...given }: z.infer<typeof schemas.taskPreview>,
): Promise<Preview> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      const task = await findTask(tx, organisationId, id);
      if (!task) throw notFound('task');
      const cases = (await readCases(tx, organisationId, [id])).filter(({ leftReason }) => leftReason === null);
      const answer = readAnswer(task.outcomes, cases, given);
      const [fault] = answer.faults;
      if (fault) return { lines: [], cannot: fault.text };
      const lines: Preview['lines'] = [];
      for (const it of cases) {
        const own = answer.cases.find(({ caseId }) => caseId === it.id);
        const ahead = own ? (await foreseeCase(tx, organisationId, it, own)).ahead : [];
        merge(lines, it.invoiceId, ahead.length > 0 ? ahead : [NOTHING]);
      }
      return { lines };
    },
    { isolation: 'repeatable read' },
  );
}

/** Invoices to which the same happens at the same time share a line. */
function merge(lines: Preview['lines'], invoiceId: string, ahead: readonly Ahead[]): void {
  for (const { at, opensAt, what } of ahead) {
    const same = lines.find((line) => line.at === at && JSON.stringify(line.text) === JSON.stringify(what));
    if (!same) lines.push({ at, ...(opensAt && { opensAt }), text: what, invoiceIds: [invoiceId] });
    else if (!same.invoiceIds.includes(invoiceId)) same.invoiceIds.push(invoiceId);
  }
}
