import { scenario } from '@relance/workflows/scenario';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, type Answers } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const drawing = (label: string) =>
  scenario()
    .node('start', 'start', 'Start')
    .node('call', 'call', label, { script: 'first-call', dueIn: { amount: 2, unit: 'business-day' } })
    .node('end', 'end', 'End', { reason: 'other' })
    .path('start', 'call')
    .edges('call', ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'], 'end')
    .build();
const stored = {
  id: 's1',
  name: 'Firm',
  rev: 3,
  graph: drawing('First call'),
  publishedVersion: 1,
  publishedGraph: drawing('A call'),
};
const answers: Answers = {
  'scenarios.get': () => stored,
  'scenarios.standing': () => ({
    nodes: [{ nodeId: 'call', cases: 12, amounts: [{ amount: '34486.10', currency: 'EUR' }] }],
  }),
  'today.tick': () => ({}),
};

/** The largest page comes with the first test. */
const PATIENT = { timeout: 40_000 };

describe('an open scenario', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
    await changeLanguage('en');
  });

  it('shows live cases and their euros on the step where they stand, which ticks a card of the first page', async () => {
    const api = fakeApi(answers);
    openPage('/scenarios/s1');
    const mark = await screen.findByTitle('12 live follow-ups on this step: €34,486 to pay', {}, PATIENT);
    expect(mark.textContent).toContain('12 · €34,486');
    expect(mark.closest('[role="group"]')?.getAttribute('aria-label')).toMatch(/^First call/);
    await waitFor(() => expect(api.calls).toContainEqual({ path: 'today.tick', input: { card: 'scenario' } }));
  });

  it('says before publishing that nothing is sent and that new cases alone follow this version', async () => {
    const api = fakeApi(answers);
    openPage('/scenarios/s1');
    fireEvent.click(await screen.findByRole('button', { name: 'Publish v2' }, PATIENT));
    const dialog = await screen.findByRole('dialog', { name: 'Publish version 2' });
    expect(dialog.textContent).toContain('Publishing sends nothing and changes no follow-up.');
    expect(dialog.textContent).toContain('New follow-ups will use v2.');
    expect(dialog.textContent).toContain('Follow-ups under way stay on their version.');
    expect(api.calls.some(({ path }) => path === 'scenarios.publish')).toBe(false);
  });
});
