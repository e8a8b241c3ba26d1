import type { Page } from 'playwright';

/** Advances the sandbox clock by a day from the top bar, and waits until the day has come. */
export async function advanceOneDay(page: Page): Promise<void> {
  const clock = page.getByRole('region', { name: 'Horloge du bac à sable' });
  const before = await clock.locator('time').getAttribute('datetime');
  await clock.getByRole('button', { name: 'Avancer d’un jour' }).click();
  await clock.locator(`time:not([datetime="${before}"])`).waitFor({ timeout: 60_000 });
  await clock.getByRole('button', { name: 'Avancer d’un jour' }).waitFor({ timeout: 60_000 });
}
