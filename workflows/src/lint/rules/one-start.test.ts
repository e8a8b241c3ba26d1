import { scenario } from '../../scenario/build.ts';
import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { oneStart } from './one-start.ts';

testRule(oneStart, {
  valid: { 'one start': clean().build() },
  invalid: {
    'no start': {
      graph: scenario().build(),
      findings: [{ severity: 'error', message: { key: 'lint.one-start.none' } }],
    },
    'a second start': {
      graph: clean().node('again', 'start', 'Départ').path('again', 'step').build(),
      findings: [{ severity: 'error', nodeId: 'again' }],
    },
  },
});
