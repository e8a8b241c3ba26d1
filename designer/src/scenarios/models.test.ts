import { expect, it } from 'vitest';
import { newStep } from '../editor/graph/new-step.ts';
import { translator } from '../i18n/translate.ts';
import { modelGraph, MODELS } from './models.ts';

const start = { currency: 'EUR', timeZone: 'Europe/Paris', language: 'en' as const };

it.each(MODELS)('no message leaves a new scenario unread: %s', (model) => {
  const { nodes } = modelGraph(model, start, translator('en'));
  const modes = nodes.flatMap(({ type, config }) => (type === 'send-email' ? [config.mode] : []));
  expect(new Set(modes)).toEqual(new Set(model === 'empty' ? [] : ['to-confirm']));
});

it('nor a message step from the palette', () => {
  expect(newStep('send-email', start).config).toMatchObject({ mode: 'to-confirm' });
});
