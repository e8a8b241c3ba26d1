import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  createImport as keepImport,
  findEntity,
  listImports as readImports,
  listRejections as readRejections,
  nowOf,
  readImport,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound, Problem } from '../problem.ts';
import type * as schemas from '../schemas/import.ts';
import { listFrom } from '../schemas/list.ts';
import { importView } from './import-view.ts';

type Import = z.infer<typeof schemas.importJob>;

const SHOWN_REJECTIONS = 200;
const LOOK_EVERY_MS = 150;
const PATIENCE_MS = 10_000;

/** Keeps the file; the worker reads it. */
export function createImport(
  { caller, work }: Allowed,
  { contentBase64, options, ...request }: z.infer<typeof schemas.importCreate>,
): Promise<Import> {
  const { organisationId, actor } = caller;
  const bytes = Buffer.from(contentBase64, 'base64');
  return work(
    async (tx) => {
      if (options?.entityId && !(await findEntity(tx, organisationId, options.entityId))) throw notFound('entity');
      const at = await nowOf(tx, organisationId);
      const id = await keepImport(tx, organisationId, {
        ...compact(request),
        options: options ? compact(options) : null,
        bytes,
        createdBy: actor,
        at,
      });
      const { kind, dryRun = false, openItems = false, closingConfirmed = false } = request;
      const data = { kind, dryRun, ...(openItems && { openItems, closingConfirmed }) };
      await appendAudit(tx, organisationId, [{ at, actor, kind: 'import-started', ref: id, data }]);
      return importOf(tx, organisationId, id);
    },
    { statementTimeoutMs: 30_000 },
  );
}

/** Waits a while for the end of an import, as a caller would who asks again and again. */
export async function awaitImport(allowed: Allowed, id: string): Promise<Import> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const job = await getImport(allowed, { id });
    if (job.status !== 'running' || Date.now() >= until) return job;
    await sleep(LOOK_EVERY_MS);
  }
}

export function getImport({ caller, work }: Allowed, { id }: z.infer<typeof schemas.importGet>): Promise<Import> {
  return work((tx) => importOf(tx, caller.organisationId, id));
}

export function listImports(
  { caller, work }: Allowed,
  page: z.infer<typeof schemas.importList>,
): Promise<z.infer<typeof schemas.imports>> {
  return work(async (tx) => {
    const { limit, ...from } = compact(page);
    const read = { ...from, limit: limit + 1 };
    const { items, nextCursor } = listFrom(await readImports(tx, caller.organisationId, read), page);
    return { items: items.map((job) => importView(job, [])), nextCursor };
  });
}

export function listRejections(
  { caller, work }: Allowed,
  { id, limit, cursor }: z.infer<typeof schemas.rejectionList>,
): Promise<z.infer<typeof schemas.rejections>> {
  return work(async (tx) => {
    if (!(await readImport(tx, caller.organisationId, id))) throw notFound('import');
    const read = { limit: limit + 1, ...(cursor !== undefined && { after: placeOf(cursor) }) };
    const rows = await readRejections(tx, caller.organisationId, id, read);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
  });
}

export async function importOf(tx: Tx, organisationId: string, id: string): Promise<Import> {
  const job = await readImport(tx, organisationId, id);
  if (!job) throw notFound('import');
  return importView(job, await readRejections(tx, organisationId, id, { limit: SHOWN_REJECTIONS }));
}

const cursorOf = ({ line, field }: { line: number; field: string }): string =>
  Buffer.from(JSON.stringify([line, field])).toString('base64url');

function placeOf(cursor: string): { line: number; field: string } {
  const refusal = new Problem(400, 'bad-input', 'The request is not what this call takes.', {
    errors: [{ path: 'cursor', message: 'a cursor given by this list' }],
  });
  try {
    const [line, field] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof line === 'number' && typeof field === 'string') return { line, field };
  } catch {
    throw refusal;
  }
  throw refusal;
}

/** Without members that are there and undefined. */
function compact<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
