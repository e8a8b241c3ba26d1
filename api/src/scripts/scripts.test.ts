import type { TaskOutcome } from '@relance/workflows/engine';
import { nodeDefinition } from '@relance/workflows/nodes';
import { expect, test } from 'vitest';
import { objectionsIn } from './objection-words.ts';
import { OBJECTIONS } from './objections.ts';
import { scriptLines } from './script.ts';

const known = { sender_name: 'Ada', entity_name: 'Lumen', contact_name: 'M. Faure', total_due: '1 240,00 €' };

test('a call to nobody known by name begins with whoever handles payments', () => {
  const unnamed = { ...known, contact_name: null, call_date: '1 Dec', promise_line: '€100' };
  const [opening] = scriptLines('first-call', 'fr', unnamed) ?? [];
  expect(opening).toMatch(/^Bonjour, Ada, de la société Lumen\. Pourrais-je parler à la personne qui suit/);
  expect(scriptLines('first-call', 'en', unnamed)?.[0]).toContain('Could I speak to whoever handles');
  expect(scriptLines('broken-promise', 'fr', unnamed)?.[1]).toMatch(/^Bonjour, Ada\./);
  expect(scriptLines('broken-promise', 'en', unnamed)?.[1]).toMatch(/^Hello, this is Ada\./);
  expect(scriptLines('first-call', 'fr', known)?.[0]).toContain('à M. Faure, ou à la personne');
});

test('a line that lacks something is left out, one that the call itself fills is kept open', () => {
  const lines = scriptLines('first-call', 'fr', known) ?? [];
  expect(lines[0]).toContain('Ada, de la société Lumen');
  expect(lines.some((line) => line.includes('échéance la plus ancienne'))).toBe(false);
  expect(lines.at(-1)).toContain('je note le {{promise_date}}');
  expect(lines.some((line) => line.includes("'"))).toBe(false);
  const broken = scriptLines('broken-promise', 'en', { ...known, call_date: '1 Dec', promise_line: '€100' }) ?? [];
  expect(broken.some((line) => line.includes('{{promise_date}}') && line.includes('{{next_step}}'))).toBe(true);
  expect(scriptLines('sermon', 'fr', known)).toBeNull();
});

test('objections are answered in the language of the call, and lose the sentences that cannot be said', () => {
  const inEnglish = objectionsIn('en', 'fr', {});
  expect(inEnglish).toHaveLength(OBJECTIONS.length);
  const terms = inEnglish.find(({ id }) => id === 'sixty-days');
  expect(terms?.answer).toBe(
    'For businesses, French law caps terms at 60 days, or 45 days end of month if agreed. For these invoices, what date?',
  );
  expect(terms?.record).toContain('Relire le contrat');
  const rest = objectionsIn('fr', 'fr', { undisputed_amount: '200,00 €' }).find(({ id }) => id === 'not-conforming');
  expect(rest?.answer).toContain('Le reste, 200,00 €, peut-il être réglé');
  expect(inEnglish.find(({ id }) => id === 'no-cash')?.words).toContain('trésorerie');
});

const compiled = nodeDefinition('call')?.compile(
  { script: 'first-call' },
  { templates: [], scripts: [], variables: [] },
);
const { outcomes } = compiled as { outcomes: TaskOutcome[] };

test('each objection records an outcome that calls have, with values that it knows', () => {
  for (const { outcome, values } of OBJECTIONS) {
    const fields = outcomes.find(({ id }) => id === outcome)?.fields;
    expect(fields).toBeDefined();
    for (const [name, value] of Object.entries(values)) {
      expect(fields?.find(({ id }) => id === name)?.options?.map(({ id }) => id)).toContain(value);
    }
  }
});
