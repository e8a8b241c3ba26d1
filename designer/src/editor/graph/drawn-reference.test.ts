import { lint, STANDARD_TEXTS } from '@relance/workflows/lint';
import {
  applyEdit,
  consumerScenario,
  exportScenario,
  firmScenario,
  keyAccountScenario,
  preventiveScenario,
  publicBuyerScenario,
  smallBalanceScenario,
  softScenario,
  type Graph,
} from '@relance/workflows/scenario';
import { expect, it } from 'vitest';
import { EditorDriver } from '../testing/editor-driver.ts';

/** The soft scenario comes with two findings to mend: its mends are what the page offers. */
const mendedSoft = (): Graph =>
  lint(softScenario(), STANDARD_TEXTS).reduce(
    (drawn, { fix }) => (fix ? applyEdit(drawn, fix.edit) : drawn),
    softScenario(),
  );

/** Steps and paths in the words of another drawing: its ids, and an order of its own. */
function inWordsOf(graph: Graph, nameOf: ReadonlyMap<string, string>): unknown {
  const text = [...nameOf].reduce((json, [id, name]) => json.replaceAll(`"${id}"`, `"${name}"`), JSON.stringify(graph));
  const { nodes, edges, settings } = JSON.parse(text) as Graph;
  return {
    settings,
    nodes: nodes.toSorted((a, b) => a.id.localeCompare(b.id)),
    edges: edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`).toSorted(),
  };
}

/** Draws a scenario from a blank one as a person does: steps from the palette, named, filled in, put in place, connected. */
function draw(reference: Graph): { drawn: Graph; nameOf: Map<string, string> } {
  const driver = new EditorDriver();
  const { store } = driver;
  driver.select('End').remove();
  store.acts.edit({ kind: 'set-settings', settings: reference.settings });
  const idOf = new Map([['start', driver.id('Start')]]);
  for (const { id, type, position } of reference.nodes)
    if (!idOf.has(id)) idOf.set(id, store.acts.addAt(type, position));
  const drawnAs = (id: string): string => idOf.get(id) ?? id;
  for (const { id, label, config, position, endsOn = [] } of reference.nodes) {
    const nodeId = drawnAs(id);
    // a step that another one's date counts from is chosen from a list of those that are drawn
    const text = [...idOf].reduce(
      (json, [from, to]) =>
        json
          .replaceAll(`"answerBy":"${from}"`, `"answerBy":"${to}"`)
          .replaceAll(`"nodeId":"${from}"`, `"nodeId":"${to}"`),
      JSON.stringify(config),
    );
    store.acts.edit({ kind: 'rename-node', nodeId, label });
    store.acts.edit({ kind: 'set-config', nodeId, config: JSON.parse(text) as Record<string, unknown> });
    store.acts.dragTo({ [nodeId]: position });
    store.acts.drop();
    for (const outcome of endsOn) store.acts.endHere(nodeId, outcome, true);
  }
  for (const { from, outcome, to } of reference.edges) store.acts.connect(drawnAs(from), outcome, drawnAs(to));
  return { drawn: driver.graph, nameOf: new Map([...idOf].map(([name, id]) => [id, name])) };
}

it.each([
  ['preventive', preventiveScenario()],
  ['soft, mended,', mendedSoft()],
  ['firm', firmScenario()],
  ['key account', keyAccountScenario()],
  ['small balance', smallBalanceScenario()],
  ['public buyer', publicBuyerScenario()],
  ['consumer', consumerScenario()],
  ['export', exportScenario()],
])('the %s scenario can be drawn with the editor, to the letter, and lints clean', (_name, reference) => {
  const { drawn, nameOf } = draw(reference);
  expect(inWordsOf(drawn, nameOf)).toEqual(inWordsOf(reference, new Map()));
  expect(lint(drawn, STANDARD_TEXTS)).toEqual([]);
});
