import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { knownType } from './known-type.ts';

testRule(knownType, {
  valid: { 'types of this version': clean().build() },
  invalid: {
    'a type of another version': {
      graph: clean().rawNode('later', 'fax', { label: 'Télécopie', config: {} }).build(),
      findings: [{ severity: 'error', nodeId: 'later', message: { key: 'lint.known-type', values: { type: 'fax' } } }],
    },
    'a name that every object has': {
      graph: clean().rawNode('odd', 'constructor', { label: '', config: {} }).build(),
      findings: [{ nodeId: 'odd' }],
    },
  },
});
