import type { Graph } from '../scenario/scenario.ts';
import type { Finding } from './finding.ts';
import type { KnownTexts } from './known-texts.ts';
export function lint(_graph: Graph, _texts: KnownTexts): Finding[] {
  return [];
}
