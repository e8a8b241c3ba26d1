import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeApi, Refusal } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const mail = {
  id: 'm1',
  messageId: 'g1',
  messageIdHeader: '<g1@lumen.example>',
  to: ['compta@cadran.example'],
  subject: 'Facture F-1',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  receivedAt: '2026-11-23T08:15:00Z',
};

const answers = {
  'mailbox.list': () => ({ items: [mail], nextCursor: null }),
  'mailbox.get': () => mail,
};

async function choose(name: string): Promise<void> {
  fireEvent.keyDown(await screen.findByRole('button', { name: 'Play the debtor' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

it('plays the debtor of a message and says what came of it', async () => {
  const api = fakeApi({ ...answers, 'mailbox.play': () => ({ outcome: 'answered' }) });
  openPage('/mailbox/m1');
  await choose('Promise');
  await screen.findByText('The answer has arrived. A task asks for it to be read.');
  await waitFor(() =>
    expect(api.calls.find(({ path }) => path === 'mailbox.play')?.input).toEqual({ id: 'm1', act: 'promise' }),
  );
});

it('says why it could not', async () => {
  fakeApi({
    ...answers,
    'mailbox.play': () => {
      throw new Refusal(409, 'bounced');
    },
  });
  openPage('/mailbox/m1');
  await choose('Bounce (unknown address)');
  await screen.findByRole('alert');
});
