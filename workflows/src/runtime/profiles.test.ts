import { describe, expect, test } from 'vitest';
import { DELIVERY, LONG_STEP } from './profiles.ts';

describe('activities that outlast a step', () => {
  // without it a killed worker's part is given to another only when its whole time has passed
  test.each(Object.entries({ DELIVERY, LONG_STEP }))('%s: the silence of its worker is noticed', (_, profile) => {
    expect(profile).toMatchObject({ heartbeatTimeout: '10 seconds' });
  });
});
