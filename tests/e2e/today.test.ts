import type { Page } from 'playwright';
import { expect } from 'vitest';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

const clockOf = (page: Page) => page.getByRole('region', { name: 'Horloge du bac à sable' });

/** Puts the demo back to its first day from the menu beside its clock. */
async function startAgain(page: Page): Promise<void> {
  await clockOf(page).getByRole('button', { name: 'Réglages de la démonstration' }).click();
  await page.getByRole('menuitem', { name: 'Recommencer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recommencer la démonstration ?' });
  await dialog.getByText('est laissé de côté').waitFor();
  await dialog.getByRole('button', { name: 'Recommencer' }).click();
  await page.getByText('La démonstration recommence à son premier jour.', { exact: true }).waitFor({ timeout: 60_000 });
}

story(
  'a fresh demo: four figures, a scenario that lives, a week that is told with links, and the first day again',
  async (visit) => {
    const page = await visit({ at: '/debtors' });
    await startAgain(page);
    expect(new URL(page.url()).pathname).toBe('/');
    const firstDay = await clockOf(page).locator('time').getAttribute('datetime');
    await page.getByText('aucun message ne quitte cet ordinateur').waitFor();
    await page.getByText('0 sur 3').waitFor();
    for (const [figure, title] of [
      ['Échu', 'Factures'],
      ['Messages qui partent aujourd’hui', 'Boîte d’envoi'],
      ['Appels à passer', 'Tâches'],
      ['Promesses à échéance', 'Promesses à échéance'],
    ] as const) {
      await page.getByRole('list', { name: 'Chiffres du jour' }).getByRole('link', { name: figure }).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await page.goBack();
      await page.getByText('0 sur 3').waitFor();
    }

    await page.getByRole('link', { name: /^Ouvrir «/ }).click();
    await page
      .getByTitle(/suivis? en cours à cette étape\s: .*€/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Relance', exact: true }).click();
    await page.getByText('1 sur 3').waitFor();

    await page.goto('/scenarios');
    await clockOf(page).getByRole('button', { name: 'Avancer d’une semaine' }).click();
    const panel = page.getByRole('region', { name: 'Ce qui s’est passé' });
    await panel.waitFor({ timeout: 150_000 });
    const links = panel.getByRole('link');
    await links.first().waitFor();
    const found = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    const places = found.filter((href) => href !== null);
    expect(places).toContain('/today/sent');
    expect(places).toContain('/today/payments');
    for (const place of places) {
      await page.goto(place);
      const rows = page.getByRole('main').locator('.today-rows > li, [role="row"]');
      await rows.first().waitFor();
    }
    await page.goto('/');
    await page.getByText('2 sur 3').waitFor();
    await page
      .getByRole('region', { name: 'Ce qui s’est passé' })
      .getByRole('link', { name: /messages? envoyés?$/ })
      .click();
    await page.getByRole('button', { name: 'Lire le message' }).first().click();
    await page.getByRole('dialog').locator('.record-message').waitFor();

    await page.goto('/');
    await startAgain(page);
    await page.getByText('0 sur 3').waitFor();
    expect(await clockOf(page).locator('time').getAttribute('datetime')).toBe(firstDay);
    expect(await page.getByRole('region', { name: 'Ce qui s’est passé' }).count()).toBe(0);
  },
  360_000,
);
