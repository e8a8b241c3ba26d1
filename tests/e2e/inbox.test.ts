import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

/** Walks on with the Tab key until that field has the focus. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await field.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_STOPS} presses of Tab do not reach it.`);
}

const MOST_STOPS = 60;

story(
  'a call is found, taken and finished with the keyboard alone, and who comes second is told',
  async (visit) => {
    const page = await visit({ at: '/inbox?kind=call' });
    await page.getByRole('grid', { name: 'Tâches' }).waitFor();
    await page.evaluate('window.neverReloaded = true');
    await page.keyboard.press('j');
    await page.getByRole('radio', { name: 'Promesse' }).waitFor();
    const task = new URL(page.url()).pathname;
    const second = await visit({ as: 'collector', at: task });
    await second.getByRole('radio', { name: 'Promesse' }).waitFor();

    await page.keyboard.press('c');
    await page.getByText('Prise par vous').waitFor();
    await second.getByText('La tâche a changé entre-temps').waitFor({ timeout: 5_000 });
    expect(await second.getByRole('alert').or(second.getByRole('status')).allInnerTexts()).toContainEqual(
      expect.stringContaining('a pris cette tâche.'),
    );

    await page.keyboard.press('1');
    await page.getByLabel('Date', { exact: true }).waitFor();
    await tabTo(page, page.getByLabel('Date', { exact: true }));
    await page.keyboard.type('+8');
    await page.getByText('calculé par le scénario').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((address) => address.pathname !== task);
    expect(await page.evaluate('window.neverReloaded')).toBe(true);
    await second.getByText('Quelqu’un l’a déjà terminée.').waitFor({ timeout: 5_000 });
    await second.getByRole('button', { name: 'J’ai vu' }).click();
    await second.getByText('Terminée : Promesse de paiement').waitFor();
  },
  90_000,
);
