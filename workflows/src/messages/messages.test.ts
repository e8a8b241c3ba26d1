import { describe, expect, test } from 'vitest';
import { renderText } from './render.ts';
import { MESSAGES, say } from './index.ts';
import { frenchTypography } from './typography.ts';

const wordings = Object.entries(MESSAGES).flatMap(([key, languages]) =>
  (['fr', 'en'] as const).flatMap((language) => {
    const wording = languages[language];
    const forms = typeof wording === 'string' ? [wording] : [wording.one, wording.other];
    return forms.map((text) => ({ key, language, text }));
  }),
);

test('French keeps its typographic rules once rendered', () => {
  for (const { language, text } of wordings) {
    if (language === 'fr') expect(frenchTypography(text)).not.toMatch(/ [:;?!%€»]|« |'/);
  }
});

test('English uses curly quotes', () => {
  for (const { language, text } of wordings) if (language === 'en') expect(text).not.toMatch(/['"]/);
});

test('both languages take the same values', () => {
  const holes = (key: string, language: 'fr' | 'en'): string[] =>
    [
      ...new Set(
        wordings
          .filter((w) => w.key === key && w.language === language)
          .flatMap(({ text }) => text.match(/\{\w+\}/g) ?? []),
      ),
    ].toSorted();
  for (const key of Object.keys(MESSAGES)) {
    // A plural may say its number in words in one language.
    const others = (language: 'fr' | 'en'): string[] => holes(key, language).filter((hole) => hole !== '{count}');
    expect([key, others('fr')]).toEqual([key, others('en')]);
  }
});

describe('rendering', () => {
  test('nests messages and chooses the plural', () => {
    const text = {
      key: 'summary.wait.after',
      values: {
        delay: { key: 'delay.business-day', values: { count: 1 } },
        anchor: { key: 'anchor.due-date' },
        time: '09:00',
      },
    };
    expect(say(text, 'fr')).toBe('1 jour ouvré après l’échéance, à 09:00');
    expect(say({ ...text, values: { ...text.values, delay: { key: 'delay.day', values: { count: 5 } } } }, 'en')).toBe(
      '5 days after the due date, at 09:00',
    );
  });

  test('never evaluates a value and never fails on what is missing', () => {
    expect(say({ key: 'summary.task', values: { title: '{title} $& ${x}' } }, 'en')).toBe('{title} $& ${x}');
    expect(say({ key: 'no.such.key' }, 'fr')).toBe('no.such.key');
    expect(say({ key: 'toString' }, 'fr')).toBe('toString');
    expect(renderText({ hole: { fr: '{a}', en: '{a}' } }, { key: 'hole' }, 'fr')).toBe('{a}');
  });
});

test.each([
  ["C'est dû : 10 € ?", 'C’est dû\u00a0: 10\u00a0€\u202f?'],
  ['« oui » ; non !', '«\u00a0oui\u00a0»\u202f; non\u202f!'],
  ['à 09:00', 'à 09:00'],
])('typography of %j', (text, expected) => {
  expect(frenchTypography(text)).toBe(expected);
});
