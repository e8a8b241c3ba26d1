import type { z } from 'zod';
import {
  appendAudit,
  confirmClosing as confirm,
  foreseeUndo as foresee,
  forgetReading as forget,
  nowOf,
  readImport,
  undoImport as undo,
  type UndoRefusal,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import type * as schemas from '../schemas/import.ts';
import { figureView } from './import-view.ts';
import { importOf } from './import.ts';

type Import = z.infer<typeof schemas.importJob>;
type ById = z.infer<typeof schemas.importGet>;

const WRITING_TIMEOUT_MS = 60_000;

const REFUSED: Record<UndoRefusal, string> = {
  'not-open-items': 'Only a list of open items can be undone.',
  'not-done': 'This import has written nothing, or not all of it yet.',
  undone: 'This import has been undone already.',
  'not-last': 'A later list of this company stands on this one: undo that one first.',
  busy: 'Another list of this company is being written.',
};

/** The second confirmation of a list that was refused because of what it closes. */
export function confirmClosing({ caller, work }: Allowed, { id }: ById): Promise<Import> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const at = await nowOf(tx, organisationId);
    const became = await confirm(tx, organisationId, { importId: id, actor, at });
    if (became === null) throw notFound('import');
    if (became !== 'confirmed') throw conflict(became, 'This import does not wait for a confirmation.');
    return importOf(tx, organisationId, id);
  });
}

export function foreseeUndo(
  { caller, work }: Allowed,
  { id }: ById,
): Promise<z.infer<typeof schemas.importUndoForeseen>> {
  return work(async (tx) => {
    const foreseen = await foresee(tx, caller.organisationId, id);
    if (!foreseen) throw notFound('import');
    const { reopened, changed, withdrawn, credits, ...others } = foreseen;
    return {
      ...others,
      reopened: figureView(reopened),
      changed: figureView(changed),
      withdrawn: figureView(withdrawn),
      credits: figureView(credits),
    };
  });
}

/** Takes the last list of its entity back; the trail keeps both. */
export function undoImport(
  { caller, work }: Allowed,
  { id, reason }: z.infer<typeof schemas.importUndo>,
): Promise<Import> {
  const { organisationId, actor } = caller;
  return work(
    async (tx) => {
      const at = await nowOf(tx, organisationId);
      const undone = await undo(tx, organisationId, { importId: id, actor, reason, at });
      if (undone === null) throw notFound('import');
      if (typeof undone === 'string') throw conflict(`import-${undone}`, REFUSED[undone]);
      return importOf(tx, organisationId, id);
    },
    { statementTimeoutMs: WRITING_TIMEOUT_MS },
  );
}

/** Files with the headings of that import are read by themselves again; what was imported stays. */
export function forgetReading({ caller, work }: Allowed, { id }: ById): Promise<Import> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const job = await readImport(tx, organisationId, id);
    if (!job) throw notFound('import');
    const { kind, source } = job;
    if (source === null || !(await forget(tx, organisationId, { kind, source }))) {
      throw conflict('nothing-remembered', 'Nothing is remembered about such files.');
    }
    const at = await nowOf(tx, organisationId);
    await appendAudit(tx, organisationId, [{ at, actor, kind: 'import-reading-forgotten', ref: id, data: { kind } }]);
    return importOf(tx, organisationId, id);
  });
}
