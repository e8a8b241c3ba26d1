import type { Page } from 'playwright';
import { expect } from 'vitest';
import { advanceOneDay } from './acts/advance-one-day.ts';
import { readApplication } from './setup/application.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

/** Nothing leaves at a weekend or on a holiday: a week of single days holds a day on which something does. */
const MOST_DAYS = 7;

async function caughtIds(): Promise<Set<string>> {
  const { url, apiKey } = readApplication();
  const ids = new Set<string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await fetch(`${url}/api/v1/sandbox/mailbox?limit=200${cursor && `&cursor=${cursor}`}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const page = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null };
    for (const { id } of page.items) ids.add(id);
    cursor = page.nextCursor;
  }
  return ids;
}

async function daysUntilMail(page: Page): Promise<string[]> {
  const before = await caughtIds();
  for (let day = 1; day <= MOST_DAYS; day += 1) {
    await advanceOneDay(page);
    const fresh = [...(await caughtIds())].filter((id) => !before.has(id));
    if (fresh.length > 0) return fresh;
  }
  throw new Error(`No e-mail left in ${MOST_DAYS} days.`);
}

story(
  'a day more in the top bar: the e-mail of the day is in the mailbox, and a page open elsewhere knows',
  async (visit) => {
    const page = await visit({ at: '/scenarios' });
    const elsewhere = await visit({ at: '/mailbox' });
    const list = elsewhere.getByRole('grid', { name: 'Messagerie' });
    await list.getByRole('row').first().waitFor();
    await elsewhere.evaluate('window.neverReloaded = true');

    const fresh = await daysUntilMail(page);
    const arrived = list.locator(fresh.map((id) => `[role="row"][id$="-${id}"]`).join(', ')).first();
    await arrived.waitFor({ timeout: 5_000 });
    const clockOf = (each: Page) => each.getByRole('region', { name: 'Horloge du bac à sable' }).locator('time');
    const now = await clockOf(page).getAttribute('datetime');
    await elsewhere.locator(`time[datetime="${now}"]`).first().waitFor({ timeout: 5_000 });
    await arrived.click();
    await elsewhere.getByTitle('Contenu du message').waitFor();
    expect(await elsewhere.evaluate('window.neverReloaded')).toBe(true);
  },
  150_000,
);
