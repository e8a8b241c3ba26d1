import { expect } from 'vitest';
import { row } from './acts/row.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

story(
  'a follow-up is found, read, held, resumed and stopped, each time with its reason',
  async (visit) => {
    const page = await visit({ at: '/follow-ups' });
    await page.getByRole('combobox', { name: 'État' }).click();
    await page.getByRole('option', { name: 'En cours' }).click();
    await page.waitForURL(/status=live/);
    await row(page, 'Suivis', 'En cours').first().getByRole('link').first().click();

    const timeline = page.getByRole('region', { name: 'Chronologie' });
    await timeline.getByText('Entrée dans le scénario').waitFor();
    const path = page.getByRole('region', { name: 'Parcours' });
    expect(await path.getByRole('listitem').count()).toBeGreaterThan(1);
    await path.getByRole('button').click();
    await page.getByRole('dialog').getByRole('group').first().waitFor();
    await page.keyboard.press('Escape');

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Suspendre' }).click();
    await dialog.getByLabel('Jusqu’au').fill('+8');
    await dialog.getByLabel('Motif').fill('Attend un avoir');
    await dialog.getByRole('button', { name: 'Suspendre' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('En pause').first().waitFor();
    // a planned message waits for the same reason, and says so on a line of its own
    await timeline.getByText(/^Attend un avoir · par /).waitFor();

    await page.getByRole('button', { name: 'Reprendre' }).click();
    await dialog.getByLabel('Motif').fill('L’avoir est arrivé');
    await dialog.getByRole('button', { name: 'Reprendre' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('En cours', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Arrêter le suivi' }).click();
    const stop = dialog.getByRole('button', { name: 'Arrêter le suivi' });
    expect(await stop.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel('Motif').fill('Client en litige');
    await stop.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Terminé', { exact: true }).first().waitFor({ timeout: 20_000 });
    await timeline.getByText('Client en litige').first().waitFor();
  },
  90_000,
);
