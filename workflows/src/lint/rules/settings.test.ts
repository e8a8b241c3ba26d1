import { scenario } from '../../scenario/build.ts';
import { testRule } from '../rule-tester.ts';
import { settings } from './settings.ts';

testRule(settings, {
  valid: {
    'euro in Paris': scenario().build(),
    'yen in Tokyo': scenario({ currency: 'JPY', timeZone: 'Asia/Tokyo' }).build(),
  },
  invalid: {
    'unknown currency and zone': {
      graph: scenario({ currency: 'XYZ', timeZone: 'Mars/Olympus' }).build(),
      findings: [
        { severity: 'error', path: ['settings', 'currency'] },
        { severity: 'error', path: ['settings', 'timeZone'] },
      ],
    },
  },
});
