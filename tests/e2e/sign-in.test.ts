import { expect } from 'vitest';
import { readApplication } from './setup/application.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

story('the link of the start signs in, once', async (visit) => {
  const { link } = readApplication();
  const claire = await visit({ as: null, at: link });
  await claire.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(claire.url()).pathname).not.toContain('sign-in');
  const stranger = await visit({ as: null, at: link });
  await stranger.getByLabel('Mot de passe', { exact: true }).waitFor();
  await stranger.getByText('Ce lien de connexion a déjà servi').waitFor();
});

story('a wrong password says so and keeps the address, the right one enters', async (visit) => {
  const collector = readApplication().accounts.find(({ role }) => role === 'collector');
  const page = await visit({ as: null, at: '/follow-ups' });
  expect(await page.getByText('Votre session est terminée').count()).toBe(0);
  await page.getByLabel('Adresse e-mail').fill(collector?.email ?? '');
  await page.getByLabel('Mot de passe', { exact: true }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe(collector?.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(collector?.password ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Suivis', level: 1 }).waitFor();

  await page.getByRole('button', { name: /^Votre compte/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await page.getByLabel('Mot de passe', { exact: true }).waitFor();
  await page.goto('/inbox');
  await page.getByLabel('Mot de passe', { exact: true }).waitFor();
});
