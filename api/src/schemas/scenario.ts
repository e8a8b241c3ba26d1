import { graphSchema } from '@relance/workflows/scenario';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { phrase } from './phrase.ts';
import { filled } from './text.ts';
import { instant } from './time.ts';

const rev = z.int().min(1);

/** A graph as it was stored: its shape was checked when it came in. */
const storedGraph = z.custom<z.infer<typeof graphSchema>>().meta({ id: 'StoredGraph', type: 'object' });

export const finding = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    nodeId: z.string().optional(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    message: z.string(),
    text: phrase,
  })
  .meta({ id: 'Finding' });

export const scenarioCreate = z.strictObject({ name: filled(), graph: graphSchema });
export const scenarioCreated = z.object({ id, rev, findings: z.array(finding) });
export const draftSave = z.strictObject({ id: givenId, rev, graph: graphSchema });
export const draftSaved = z.object({ rev, findings: z.array(finding) });
export const publish = z.strictObject({ id: givenId, rev });
export const published = z.object({ version: z.int(), planHash: z.string() });
export const rename = z.strictObject({ id: givenId, rev, name: filled() });
export const renamed = z.object({ id, rev, name: z.string() });

export const scenarioList = z.strictObject(page);
export const scenarios = listOf(
  z.object({
    id,
    name: z.string(),
    rev,
    updatedAt: instant,
    updatedBy: z.string(),
    publishedVersion: z.int().nullable(),
    draftDiffers: z.boolean(),
    liveCount: z.int(),
    findings: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
    steps: z.array(z.object({ type: z.string() })),
  }),
);

export const scenarioGet = z.strictObject({ id: givenId });
export const scenario = z.object({
  id,
  name: z.string(),
  rev,
  graph: storedGraph,
  publishedVersion: z.int().nullable(),
  publishedGraph: storedGraph.nullable(),
  updatedAt: instant,
  updatedBy: z.string(),
});

export { storedGraph };
