import {
  consumerScenario,
  exportScenario,
  firmScenario,
  inEnglish,
  keyAccountScenario,
  preventiveScenario,
  publicBuyerScenario,
  smallBalanceScenario,
  softScenario,
} from '@relance/workflows/scenario';
import { expect, it } from 'vitest';
import { drawnSteps } from '../store/drawing.ts';
import { touches } from './box.ts';

it.each([
  ['firm', firmScenario()],
  ['small balance', smallBalanceScenario()],
  ['preventive', preventiveScenario()],
  ['key account', keyAccountScenario()],
  ['public buyer', publicBuyerScenario()],
  ['consumer', consumerScenario()],
  ['export', exportScenario()],
  ['soft', softScenario()],
])('the %s scenario comes with no step on another, in both languages', (_name, graph) => {
  for (const language of ['fr', 'en'] as const) {
    const steps = [...drawnSteps(language === 'en' ? inEnglish(graph) : graph, language)];
    const overlapping = steps.flatMap(([id, a], index) =>
      steps.slice(index + 1).flatMap(([other, b]) => (touches(a.box, b.box, 8) ? [`${id} ${other}`] : [])),
    );
    expect(overlapping).toEqual([]);
  }
});
