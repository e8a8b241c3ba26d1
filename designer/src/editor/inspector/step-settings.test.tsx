import { QueryClientProvider } from '@tanstack/react-query';
import { scenario } from '@relance/workflows/scenario';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { changeLanguage } from '../../i18n/index.ts';
import { queryClient } from '../../query-client.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { TooltipProvider } from '../../ui/index.ts';
import { EditorContext } from '../store/use-editor.ts';
import { EditorDriver } from '../testing/editor-driver.ts';
import { StepSettings } from './step-settings.tsx';

const own = { id: 'reminder-1', tone: 1, languages: ['fr', 'en'] };
const texts = [
  { language: 'fr', subject: 'Nos mots', text: 'Bonjour de chez nous', version: 2 },
  { language: 'en', subject: 'Our words', text: 'Greetings of our own', version: 3 },
];

function open(config: Record<string, unknown>): void {
  const graph = scenario()
    .node('start', 'start', 'Start')
    .node('mail', 'send-email', 'Reminder', { template: 'reminder-1', ...config })
    .node('end', 'end', 'End', { reason: 'other' })
    .path('start', 'mail', 'end')
    .build();
  render(
    <QueryClientProvider client={queryClient}>
      <EditorContext value={new EditorDriver(graph).store}>
        <TooltipProvider>
          <StepSettings id="mail" />
        </TooltipProvider>
      </EditorContext>
    </QueryClientProvider>,
  );
}

beforeAll(() => changeLanguage('en'));
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it.each([
  ['one that says nothing leaves by itself', {}, 'Automatic'],
  ['automatic', { mode: 'automatic' }, 'Automatic'],
  ['to confirm', { mode: 'to-confirm' }, 'Once confirmed'],
])('a message step says how it leaves: %s', (_what, config, shown) => {
  fakeApi();
  open(config);
  expect(screen.getByRole('combobox', { name: 'Sending' }).textContent).toContain(shown);
});

it('shows the words in which the message leaves: the organisation’s own', async () => {
  fakeApi({ 'templates.list': () => ({ items: [{ ...own, texts }] }) });
  open({});
  fireEvent.click(await screen.findByRole('button', { name: 'Preview' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('Greetings of our own')).toBeTruthy();
  fireEvent.click(dialog.getByRole('radio', { name: 'French' }));
  expect(dialog.getByText('Nos mots')).toBeTruthy();
});
