import { describe, expect, it } from 'vitest';
import { pathStrip } from './path-strip.ts';

const node = (id: string, type: string) => ({ id, type, label: id, config: {}, position: { x: 0, y: 0 } });
const edge = (from: string, outcome: string, to: string) => ({ id: `${from}-${outcome}`, from, outcome, to });
const drawn = {
  graph: {
    formatVersion: 1 as const,
    settings: { currency: 'EUR', calendar: 'FR', timeZone: 'Europe/Paris', minimumDistanceDays: 5 },
    nodes: [
      node('start', 'start'),
      node('mail', 'send-email'),
      { ...node('call', 'call'), endsOn: ['other'] },
      node('mail2', 'send-email'),
      node('end', 'end'),
    ],
    edges: [
      edge('start', 'next', 'mail'),
      edge('mail', 'next', 'call'),
      edge('call', 'promised', 'end'),
      edge('call', 'no-answer', 'mail2'),
      edge('mail2', 'next', 'end'),
    ],
  },
  version: 1,
  scenarioName: 'Ferme',
  visited: [
    { nodeId: 'start', visit: 1, at: '2026-12-01T08:00:00Z', outcome: 'next' },
    { nodeId: 'mail', visit: 1, at: '2026-12-01T08:00:00Z', outcome: 'next' },
    { nodeId: 'call', visit: 1, at: '2026-12-08T08:00:00Z' },
  ],
  tokens: [{ nodeId: 'call', visit: 1 }],
};
const next = [
  { at: '2026-12-09T16:00:00Z', nodeId: 'call', what: 'Call', text: { key: 'ahead.call' } },
  { at: '2026-12-12T08:00:00Z', nodeId: 'mail2', what: 'E-mail', text: { key: 'ahead.send-email' } },
];

describe('pathStrip', () => {
  it('shows what was done, where it stands and what is foreseen, without the start', () => {
    expect(pathStrip(drawn, next)).toEqual({
      steps: [
        { nodeId: 'mail', state: 'done', at: '2026-12-01T08:00:00Z' },
        { nodeId: 'call', state: 'now', at: '2026-12-08T08:00:00Z' },
        { nodeId: 'mail2', state: 'ahead', at: '2026-12-12T08:00:00Z' },
      ],
      otherOutcomes: 2,
    });
  });

  it('keeps the latest steps of a long path', () => {
    const visited = Array.from({ length: 12 }, (_, index) => ({
      nodeId: 'mail',
      visit: index + 1,
      at: `2026-12-0${(index % 9) + 1}T08:00:00Z`,
      outcome: 'next',
    }));
    const { steps } = pathStrip({ ...drawn, visited, tokens: [] }, []);
    expect(steps).toHaveLength(5);
    expect(steps.every(({ state }) => state === 'done')).toBe(true);
  });
});
