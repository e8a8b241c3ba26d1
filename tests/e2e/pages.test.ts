import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { holdersOf } from '../../scripts/processes/holders-of.ts';
import { readApplication } from './setup/application.ts';
import { seriousFaults } from './setup/axe.ts';
import { places } from './setup/places.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

/** A key of a text that has none would show as itself. */
const MISSING_KEY =
  /\b(?:common|contact-policy|shell|organisation|debtors|invoices|scenarios|editor|inbox|outbox|open-items|facts|timeline|cases|payments|assignment|templates|today|replies|why|imports|mailbox|settings|errors|field|node|task|ahead|lint)\.[a-z][\w.-]+\b/g;
/** Words of the machinery that the trade does not use. */
const MACHINERY = /\b(?:nœuds?|noeuds?|nodes?|tokens?|jetons?|workflows?)\b/gi;

async function drawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.ui-skeleton').first().waitFor({ state: 'detached' });
}

const looks = [
  { language: 'fr', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

for (const look of looks) {
  story(
    `every page in ${look.language} and ${look.theme} is whole, in the trade's words and without a serious fault`,
    async (visit) => {
      const page = await visit(look);
      const refused: string[] = [];
      page.on('response', (answer) => {
        if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
      });
      const faults: Record<string, unknown> = {};
      for (const { name, at } of await places()) {
        await page.goto(at);
        await drawn(page);
        expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
        const words = await page.locator('body').innerText();
        const found = [...(words.match(MISSING_KEY) ?? []), ...(words.match(MACHINERY) ?? [])];
        const serious = await seriousFaults(page);
        if (found.length > 0 || serious.length > 0) faults[name] = { found, serious };
      }
      expect(faults).toEqual({});
      expect(refused).toEqual([]);
    },
    120_000,
  );
}

story(
  'on a phone no page is wider than the screen, and axe finds no serious fault',
  async (visit) => {
    const page = await visit({ width: 390, height: 844 });
    const faults: Record<string, unknown> = {};
    for (const { name, at } of await places()) {
      await page.goto(at);
      await drawn(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      const serious = await seriousFaults(page);
      if (width > 390 || serious.length > 0) faults[name] = { width, serious };
    }
    expect(faults).toEqual({});
  },
  120_000,
);

story('the pages are reached and left with the keyboard alone', async (visit) => {
  const page = await visit({ at: '/follow-ups' });
  await drawn(page);
  await page.keyboard.press('Tab');
  await expectFocus(page, 'Aller au contenu');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('main');

  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'Tâches', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Scénarios', level: 1 }).waitFor();

  const stops = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) break;
    const shape = await focused.ariaSnapshot();
    expect(shape, 'each stop says what it is').toMatch(/"[^"]+"|listbox|grid/);
    stops.add(shape);
  }
  expect(stops.size).toBeGreaterThan(10);
});

async function expectFocus(page: Page, name: string): Promise<void> {
  expect(await page.locator(':focus').innerText()).toBe(name);
}

story(
  'while the engine behind due dates is away the page says so, reads go on and what is entered is kept',
  async (visit) => {
    const page = await visit({ at: '/follow-ups' });
    await drawn(page);
    const [server] = await holdersOf(path.join(readApplication().dataDir, 'logs', 'temporal.log'));
    if (server === undefined) throw new Error('Temporal does not run.');
    process.kill(server, 'SIGSTOP');
    try {
      await page.getByText('Le moteur des échéances ne répond pas').waitFor({ timeout: 40_000 });
      await page.goto('/scenarios');
      await page.getByText('Petits soldes').waitFor();
      await page.goto('/follow-ups?status=live');
      await page.getByRole('link').filter({ hasText: 'Yoga des Quais' }).first().click();
      await page.getByRole('button', { name: 'Suspendre' }).click();
      await page.getByLabel('Jusqu’au').fill('+8');
      await page.getByLabel('Motif').fill('Attend un avoir');
      await page.getByRole('dialog').getByRole('button', { name: 'Suspendre' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByText('En pause').first().waitFor();
    } finally {
      process.kill(server, 'SIGCONT');
    }
    await page.getByText('Le moteur des échéances ne répond pas').waitFor({ state: 'detached', timeout: 40_000 });
    await page.getByText('Suspendu').first().waitFor({ timeout: 20_000 });
  },
  150_000,
);
