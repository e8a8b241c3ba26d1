import { type Graph, scenario } from '@relance/workflows/scenario';
import { createEditorStore, type EditorStore } from '../store/editor-store.ts';

/** Speaks to the editor as a person does: by the titles that are read on the cards. */
export class EditorDriver {
  readonly store: EditorStore;
  private time = 0;

  constructor(graph: Graph = blank()) {
    const loaded = { id: 'scenario', name: 'Ferme', rev: 1, graph, published: null };
    this.store = createEditorStore(loaded, 'en', () => this.time);
  }

  get graph(): Graph {
    return this.store.getState().graph;
  }

  /** Titles of all steps, sorted. */
  get titles(): string[] {
    return this.graph.nodes.map(({ label }) => label).toSorted();
  }

  get selected(): string[] {
    return this.store.getState().selected.map((id) => this.title(id));
  }

  /** `Start → End`, `Call (no-answer) → Wait`: every path, sorted. */
  get paths(): string[] {
    return this.graph.edges
      .map(({ from, outcome, to }) => {
        const by = outcome === 'next' ? '' : ` (${outcome})`;
        return `${this.title(from)}${by} → ${this.title(to)}`;
      })
      .toSorted();
  }

  id(title: string): string {
    const found = this.graph.nodes.find(({ label }) => label === title);
    if (found === undefined) throw new Error(`No step is titled ${title}: there are ${this.titles.join(', ')}`);
    return found.id;
  }

  select(...titles: string[]): this {
    this.store.acts.select(titles.map((title) => this.id(title)));
    return this;
  }

  /** Chooses a type in the palette and gives the step a title. */
  draw(type: string, title: string): this {
    return this.titled(this.store.acts.add(type), title);
  }

  insertOn(from: string, to: string, type: string, title: string): this {
    const edge = this.graph.edges.find((each) => each.from === this.id(from) && each.to === this.id(to));
    if (edge === undefined) throw new Error(`No path leads from ${from} to ${to}`);
    const id = this.store.acts.insertOnPath(edge.id, type);
    if (id === null) throw new Error('Nothing was inserted');
    return this.titled(id, title);
  }

  connect(from: string, outcome: string, to: string): this {
    this.store.acts.connect(this.id(from), outcome, this.id(to));
    return this;
  }

  type(title: string, name: string): this {
    for (let length = 1; length <= name.length; length += 1) {
      const label = name.slice(0, length);
      const id = length === 1 ? this.id(title) : this.id(name.slice(0, length - 1));
      this.store.acts.edit({ kind: 'rename-node', nodeId: id, label }, `name ${id}`);
    }
    return this;
  }

  drag(title: string, by: { x: number; y: number }): this {
    const id = this.id(title);
    const start = this.place(title);
    for (const share of [0.25, 0.5, 1]) {
      this.store.acts.dragTo({ [id]: { x: start.x + by.x * share, y: start.y + by.y * share } });
    }
    this.store.acts.drop();
    return this;
  }

  place(title: string): { x: number; y: number } {
    const position = this.graph.nodes.find(({ id }) => id === this.id(title))?.position;
    if (position === undefined) throw new Error(`No step is titled ${title}`);
    return position;
  }

  press(key: 'up' | 'down' | 'left' | 'right'): this {
    this.store.acts.go(key);
    return this;
  }

  remove(): this {
    this.store.acts.remove();
    return this;
  }

  duplicate(): this {
    this.store.acts.duplicate();
    return this;
  }

  undo(): this {
    this.store.acts.undo();
    return this;
  }

  redo(): this {
    this.store.acts.redo();
    return this;
  }

  rest(milliseconds: number): this {
    this.time += milliseconds;
    return this;
  }

  private titled(id: string, title: string): this {
    this.store.acts.edit({ kind: 'rename-node', nodeId: id, label: title }, `title ${id}`);
    return this;
  }

  private title(id: string): string {
    return this.graph.nodes.find((node) => node.id === id)?.label ?? id;
  }
}

function blank(): Graph {
  return scenario()
    .node('start', 'start', 'Start')
    .node('end', 'end', 'End', { reason: 'settled' })
    .path('start', 'end')
    .build();
}
