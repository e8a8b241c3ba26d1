import type { Graph } from '@relance/workflows/scenario';
import type { Formats, Translate } from '../../i18n/index.ts';
import { nodeOf } from '../store/selectors.ts';
import { drawnRanges } from '../store/drawing.ts';
import { addDelay } from '../graph/add-delay.ts';
import { readDelay, readWait } from '../graph/read-config.ts';

interface ExampleRequest {
  graph: Graph;
  nodeId: string;
  /** The member of the config that the example stands under. */
  name: string;
  t: Translate;
  f: Formats;
}

/** An invoice due on a Monday, so that a week-end falls where people expect it. */
const DUE = '2026-11-23';

/** What a delay comes to for one invoice; undefined where no day can be named. */
export function delayExample({ graph, nodeId, name, t, f }: ExampleRequest): string | undefined {
  const node = nodeOf({ graph }, nodeId);
  if (node === undefined) return undefined;
  const due = f.date(DUE, 'weekday');
  if (node.type === 'wait') {
    const wait = name === 'anchor' ? readWait(node.config) : null;
    if (wait?.anchor !== 'due-date') return undefined;
    return t('editor.example-wait', { due, date: f.date(addDelay(DUE, wait.delay), 'weekday') });
  }
  const delay = readDelay(node.config[name]);
  const from = drawnRanges(graph).get(nodeId)?.from;
  if (delay === null || from === undefined) return undefined;
  const reached = addDelay(DUE, { amount: from, unit: 'day', sign: 1 });
  const until = f.date(addDelay(reached, delay), 'weekday');
  return t('editor.example-until', { due, from: f.date(reached, 'weekday'), date: until });
}
