import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { fakeApi, Refusal } from '../testing/fake-api.ts';
import { openPage } from '../testing/open-page.tsx';

const signedOut = () => {
  throw new Refusal(401, 'unauthenticated');
};

describe('sign-in', () => {
  beforeAll(() => changeLanguage('en'));

  it('is where somebody without a session lands, and leads back to where they wanted to be', async () => {
    const api = fakeApi({
      'session.me': signedOut,
      '/api/auth/sign-in/email': () => ({ user: { id: 'u1' }, token: 't' }),
    });
    openPage('/settings');
    await screen.findByRole('heading', { name: 'Sign in to Relance' });
    api.answer({ 'session.me': () => null });
    expect(location.search).toContain('settings');
  });

  it('says that the password is wrong and keeps what was typed', async () => {
    fakeApi({
      'session.me': signedOut,
      '/api/auth/sign-in/email': () => new Refusal(401, 'INVALID_EMAIL_OR_PASSWORD'),
    });
    openPage('/sign-in');
    const email = await screen.findByLabelText<HTMLInputElement>('E-mail address');
    fireEvent.change(email, { target: { value: 'claire@lumen.example' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('not right'));
    expect(email.value).toBe('claire@lumen.example');
  });

  it('says why one is here again', async () => {
    fakeApi({ 'session.me': signedOut });
    openPage('/sign-in?reason=expired');
    expect(await screen.findByText(/Your session has ended/)).toBeDefined();
  });
});
