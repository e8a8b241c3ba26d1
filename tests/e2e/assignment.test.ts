import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { until } from '../drivers/until.ts';
import { readApplication } from './setup/application.ts';
import { seriousFaults } from './setup/axe.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

const SWITCH = /^Affecter chaque matin/;
const SMALL = 'moins de 150';

const rule = (page: Page, name: string): Locator => page.locator('li[data-rule]').filter({ hasText: name });

/** Chooses where the invoices of a line go. */
async function sendTo(page: Page, line: Locator, scenario: string): Promise<void> {
  await line.getByRole('combobox', { name: /^Où vont les factures/ }).click();
  await page.getByRole('option', { name: scenario, exact: true }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await page
    .getByText(/^Règles enregistrées \(version \d+\)\. Rien n’a été déplacé\.$/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Enregistrer les règles' }).waitFor({ state: 'detached' });
}

interface Followed {
  items: { invoiceNumber: string; scenarioName: string }[];
}

/** Names of the scenarios that follow an invoice now. */
async function scenariosOf(number: string): Promise<string[]> {
  const { url, apiKey } = readApplication();
  const query = `status=live&search=${encodeURIComponent(number)}`;
  const answer = await fetch(`${url}/api/v1/enrolments?${query}`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { items } = (await answer.json()) as Followed;
  return items.flatMap(({ invoiceNumber, scenarioName }) => (invoiceNumber === number ? [scenarioName] : []));
}

story(
  'a rule is added, read in words before it is saved, saved, turned on, and a follow-up is moved',
  async (visit) => {
    const page = await visit({ at: '/assignment' });
    const onOff = page.getByRole('switch', { name: SWITCH });
    await onOff.waitFor();
    if ((await onOff.getAttribute('aria-checked')) === 'true') await onOff.click();
    await page.getByText(/^À l’arrêt, les règles ne passent que/).waitFor();

    // a line of one's own takes what no rule took, and the page says what that would make before anything is saved
    const foreseen = page.locator('.as-forecast');
    await foreseen.getByText(/Avec les règles enregistrées/).waitFor();
    const rest = rule(page, 'Toutes les autres factures');
    await rest
      .getByText(/\d+ factures?/)
      .first()
      .waitFor();
    const before = await page.locator('li[data-rule]').count();
    const asSaved = await foreseen.innerText();
    await page.getByRole('button', { name: 'Ajouter une règle' }).click();
    await page.getByLabel('Nom de la règle').fill('Fiches à compléter');
    const added = rule(page, 'Fiches à compléter');
    await sendTo(page, added, 'Ferme');
    await foreseen.getByText(/Si ces règles étaient enregistrées/).waitFor();
    await added
      .getByText(/\d+ factures?/)
      .first()
      .waitFor();
    await expect.poll(async () => await foreseen.innerText()).not.toBe(asSaved);
    expect(await foreseen.innerText()).toMatch(/\d+ factures? entren?t? dans un scénario/);
    expect(await seriousFaults(page)).toEqual([]);

    await save(page);
    await page.reload();
    await rule(page, 'Fiches à compléter')
      .getByText(/\d+ factures?.*€/)
      .first()
      .waitFor();
    expect(await page.locator('li[data-rule]').count()).toBe(before + 1);

    // saving has turned nothing on
    expect(await onOff.getAttribute('aria-checked')).toBe('false');
    await onOff.click();
    await page.getByText('L’affectation automatique est en marche.').first().waitFor();
    await page.getByText(/^Prochain passage /).waitFor();

    // other rules move nothing by themselves; a person chooses what moves and says why
    await sendTo(page, rule(page, SMALL), 'Ferme');
    await save(page);
    await page.getByRole('button', { name: 'Déplacer des suivis…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Déplacer des suivis en cours' });
    const first = dialog.getByRole('listitem').filter({ hasText: 'de Petits soldes à Ferme' }).first();
    await first.waitFor();
    const number = /^\S+/.exec((await first.innerText()).trim())?.[0] ?? '';
    expect(await scenariosOf(number)).toEqual(['Petits soldes']);
    await first.getByRole('checkbox').check();
    await dialog.getByLabel('Motif').fill('Le client commande de nouveau');
    await dialog.getByRole('button', { name: 'Déplacer 1 suivi' }).click();
    await page.getByText('1 suivi déplacé.').first().waitFor();
    await until(`the follow-up of ${number} in its new scenario`, async () =>
      (await scenariosOf(number)).join() === 'Ferme' ? true : null,
    );

    // the list as it was, for whoever comes next
    await sendTo(page, rule(page, SMALL), 'Petits soldes');
    await rule(page, 'Fiches à compléter')
      .getByRole('button', { name: /^Retirer la règle/ })
      .click();
    await save(page);
  },
);
