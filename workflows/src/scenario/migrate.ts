import { FORMAT_VERSION, type Graph, graphSchema } from './scenario.ts';

type Stored = Record<string, unknown>;

/** Takes a stored graph from one format version to the next. */
export type Migration = (graph: Stored) => Stored;

/** Migrations by the version that they start from; version 1 is the first. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

export class MigrationError extends Error {
  constructor(readonly formatVersion: unknown) {
    super(`A scenario of format version ${String(formatVersion)} cannot be read by this version`);
    this.name = 'MigrationError';
  }
}

/**
 * A stored graph in today's format. Throws a `MigrationError` for a version that is newer or has no way up, and zod's
 * error when what comes out has not the right shape.
 */
export function migrate(stored: unknown, migrations = MIGRATIONS, target: number = FORMAT_VERSION): Graph {
  return graphSchema.parse(climb(stored, migrations, target));
}

/** Applies the migrations one after the other up to the target version, without looking at the shape of what comes out. */
export function climb(stored: unknown, migrations: Readonly<Record<number, Migration>>, target: number): Stored {
  let graph = asStored(stored);
  for (let version = versionOf(graph); version !== target; version = versionOf(graph)) {
    const step = version < target ? migrations[version] : undefined;
    if (step === undefined) throw new MigrationError(version);
    graph = { ...step(graph), formatVersion: version + 1 };
  }
  return graph;
}

function asStored(value: unknown): Stored {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new MigrationError(undefined);
  return { ...value };
}

function versionOf({ formatVersion }: Stored): number {
  if (typeof formatVersion !== 'number' || !Number.isInteger(formatVersion)) throw new MigrationError(formatVersion);
  return formatVersion;
}
