import type { Graph, ScenarioNode } from '@relance/workflows/scenario';

/** What a draft changes against the published version, by step; moving a card changes nothing. */
export interface Changes {
  added: string[];
  removed: string[];
  changed: string[];
  /** Paths that lead elsewhere, by the step they leave. */
  rerouted: string[];
  settings: boolean;
}

export function changesBetween(published: Graph, draft: Graph): Changes {
  const before = new Map(published.nodes.map((node) => [node.id, node]));
  const after = new Map(draft.nodes.map((node) => [node.id, node]));
  const kept = draft.nodes.filter(({ id }) => before.has(id));
  const isChanged = (node: ScenarioNode): boolean => meaning(node) !== meaning(before.get(node.id) ?? node);
  const changed = kept.filter(isChanged).map(({ id }) => id);
  return {
    added: draft.nodes.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: published.nodes.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    changed,
    rerouted: kept
      .map(({ id }) => id)
      .filter((id) => !changed.includes(id) && pathsFrom(published, id) !== pathsFrom(draft, id)),
    settings: stable(published.settings) !== stable(draft.settings),
  };
}

/** Whether anything that matters at run time differs. */
export function isChangedAtAll({ added, removed, changed, rerouted, settings }: Changes): boolean {
  return settings || [added, removed, changed, rerouted].some((list) => list.length > 0);
}

const meaning = ({ type, label, config, endsOn }: ScenarioNode): string =>
  stable({ type, label, config, endsOn: (endsOn ?? []).toSorted() });

const pathsFrom = ({ edges }: Graph, id: string): string =>
  stable(
    edges
      .filter(({ from }) => from === id)
      .map(({ outcome, to }) => `${outcome} ${to}`)
      .toSorted(),
  );

/** JSON with sorted members: two equal values are written alike. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
