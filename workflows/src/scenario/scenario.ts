import { z } from 'zod';
import { isStorable } from './is-storable.ts';
import { storableText } from './storable-text.ts';

export const FORMAT_VERSION = 1;
export const MOST_NODES = 500;
export const MOST_EDGES = 2000;

/** Ids are keys of plans, states and facts (`answer.<nodeId>.<field>`): no dot, no slash, no leading underscore. */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'an id is 1 to 64 letters, digits, - or _');
const text = storableText(500, 'no NUL and no half of a character');
const coordinate = z.number().min(-1e6).max(1e6);

export const nodeSchema = z.strictObject({
  id,
  type: text.min(1),
  label: text,
  config: z.record(z.string(), z.unknown()),
  position: z.strictObject({ x: coordinate, y: coordinate }),
  endsOn: z.array(text.min(1)).max(50).optional(),
});

export const edgeSchema = z.strictObject({ id, from: id, outcome: text.min(1), to: id });

export const settingsSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code'),
  calendar: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a country code, with a region or not'),
  timeZone: text.min(1),
  minimumDistanceDays: z.int().min(0).max(365),
});

/**
 * The envelope of a scenario's graph, as REST.md says. What stands inside `config`, unknown types and loose ends are
 * findings of the linter, not errors of shape.
 */
export const graphSchema = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSION),
    settings: settingsSchema,
    nodes: z.array(nodeSchema).max(MOST_NODES),
    edges: z.array(edgeSchema).max(MOST_EDGES),
  })
  .superRefine(refuseUnstorable);

export type Graph = z.infer<typeof graphSchema>;
export type ScenarioNode = Graph['nodes'][number];
export type Edge = Graph['edges'][number];
export type Settings = Graph['settings'];
export type Position = ScenarioNode['position'];

const DEEPEST_CONFIG = 32;

function refuseUnstorable(graph: { nodes: { config: Record<string, unknown> }[] }, context: z.RefinementCtx): void {
  graph.nodes.forEach((node, index) => {
    const message = unstorable(node.config, 0);
    if (message !== null) context.addIssue({ code: 'custom', path: ['nodes', index, 'config'], message });
  });
}

/** Says why the database could not keep a value of a config, or null. */
function unstorable(value: unknown, depth: number): string | null {
  if (depth > DEEPEST_CONFIG) return `nested deeper than ${DEEPEST_CONFIG}`;
  if (typeof value === 'string') return isStorable(value) ? null : 'a text holds NUL or half a character';
  if (value === null || typeof value !== 'object') return null;
  for (const [key, member] of Object.entries(value)) {
    const message = unstorable(key, depth + 1) ?? unstorable(member, depth + 1);
    if (message !== null) return message;
  }
  return null;
}
