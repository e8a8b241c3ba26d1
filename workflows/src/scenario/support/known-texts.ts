import type { KnownTexts } from '../../lint/known-texts.ts';

/** Texts that drawings in tests may name; apart from the product's own, whose wording may change. */
export const TEST_TEXTS: KnownTexts = {
  templates: ([0, 1, 2, 3] as const).map((tone) => ({
    id: `tone-${tone}`,
    tone,
    languages: ['fr', 'en'],
    variables: tone > 1 ? ['answer_by_date'] : [],
  })),
  scripts: [{ id: 'first-call' }],
  variables: ['answer_by_date'],
};
