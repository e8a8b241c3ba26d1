import { expect } from 'vitest';
import { advanceOneDay } from './acts/advance-one-day.ts';
import { choose, connect, dragStep, newScenario, step } from './acts/drawing.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

story(
  'a scenario is drawn with the mouse, mended, published, and its e-mail leaves the next day',
  async (visit) => {
    const page = await visit({ at: '/scenarios' });
    await newScenario(page, 'Rappel simple');
    const findings = page.getByRole('region', { name: 'Constats' });
    await dragStep(page, 'E-mail', { x: 560, y: 420 });
    const mail = step(page, 'E-mail');
    await mail.waitFor();

    // a finding leads to its step and its field
    await page.locator('.react-flow__pane').click({ position: { x: 700, y: 60 } });
    const empty = findings.getByRole('listitem').filter({ hasText: 'À remplir.' });
    await empty.getByRole('button', { name: 'Voir' }).click();
    await page
      .locator(':focus')
      .and(page.getByLabel('Modèle', { exact: true }))
      .waitFor();
    await choose(page, 'Modèle', 'Première relance');
    // what somebody draws is read before it leaves, unless they say otherwise
    await page.getByLabel('Envoi', { exact: true }).getByText('Après accord').waitFor();
    await choose(page, 'Envoi', 'Automatique');
    await connect(page, step(page, 'Facture échue'), 'next', mail);
    await connect(page, mail, 'next', step(page, 'Fin'));
    await findings.getByText('0 erreur : publiable').waitFor();

    // a click adds too; undone, done again, deleted
    await page.getByRole('button', { name: 'Ajouter : Appel' }).click();
    const call = step(page, 'Appel');
    await call.waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await call.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Rétablir' }).click();
    await call.click();
    await findings.getByText('8 erreurs à corriger').waitFor();
    await page.keyboard.press('Delete');
    await call.waitFor({ state: 'detached' });
    await page.getByText(/^Enregistré/).waitFor();

    await page.getByRole('button', { name: 'Publier la v1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rien n’est envoyé maintenant.').waitFor();
    await dialog.getByRole('button', { name: 'Publier la v1' }).click();
    await dialog.getByRole('button', { name: 'Suivre les factures échues' }).click();
    await dialog.getByRole('button', { name: /^Suivre \d+ factures$/ }).click();
    await dialog.getByText('factures sont maintenant suivies.').waitFor();
    await dialog.getByRole('link', { name: 'Voir les suivis' }).click();

    const rows = page.getByRole('grid', { name: 'Suivis' }).getByRole('row');
    await rows.filter({ hasText: 'E-mail' }).first().waitFor();
    await advanceOneDay(page);
    await page.goto('/mailbox');
    await page.getByRole('grid').getByText('Petit rappel').first().waitFor();
  },
  120_000,
);

story('two windows on one draft: the second is told, and nothing is overwritten', async (visit) => {
  const first = await visit({ at: '/scenarios' });
  await newScenario(first, 'À deux');
  const second = await visit({ at: new URL(first.url()).pathname });
  await step(second, 'Fin').waitFor();
  const add = async (page: typeof first, type: string) => {
    await page.getByRole('button', { name: `Ajouter : ${type}` }).click();
    await step(page, type).waitFor();
  };
  // neither hears of the other before it saves: the second is away for a moment
  await second.context().setOffline(true);
  await add(first, 'Tâche');
  await first.getByText(/^Enregistré/).waitFor();
  await add(second, 'Appel');
  await second.context().setOffline(false);
  await second
    .getByText('Quelqu’un d’autre a modifié ce scénario en même temps que vous.')
    .waitFor({ timeout: 30_000 });
  await step(second, 'Appel').waitFor();
  await first.reload();
  await step(first, 'Tâche').waitFor();
  expect(await step(first, 'Appel').count()).toBe(0);

  await second.getByRole('button', { name: 'Prendre leur version' }).click();
  await step(second, 'Tâche').waitFor();
  await second.getByRole('button', { name: 'Annuler' }).click();
  await step(second, 'Appel').waitFor();
});
