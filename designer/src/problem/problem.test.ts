import { describe, expect, it } from 'vitest';
import { translator } from '../i18n/translate.ts';
import { problemOf } from './problem.ts';
import { problemText } from './use-problem-text.ts';

const refusal = (problem: object) => Object.assign(new Error('refused'), { data: { problem } });

describe('problem', () => {
  it('is the document the server sent', () => {
    const error = refusal({ code: 'stale-rev', status: 409, current: { rev: 4 } });
    expect(problemOf(error)).toEqual({ code: 'stale-rev', status: 409, current: { rev: 4 } });
  });

  it('is the network when nothing answered', () =>
    expect(problemOf(new TypeError('fetch failed')).code).toBe('network'));

  it('is named by its kind when its own code has no text', () => {
    const t = translator('fr');
    expect(problemText(refusal({ code: 'never-heard-of', status: 409 }), t)).toBe(t('errors.code.conflict'));
    expect(problemText(refusal({ code: 'never-heard-of' }), t)).toBe(t('errors.code.internal'));
  });
});
