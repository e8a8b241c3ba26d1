import { expect } from 'vitest';
import { callAbout } from './acts/call-about.ts';
import { row } from './acts/row.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

const DEBTOR = 'Trevise';

story(
  'one call about three invoices ends with a promise for two of them and a dispute about the third',
  async (visit) => {
    await callAbout(DEBTOR, ['TR-1', 'TR-2', 'TR-3']);
    const page = await visit({ at: `/inbox?q=${DEBTOR}` });
    await row(page, 'Tâches', DEBTOR).first().click();
    await page.getByRole('radio', { name: 'Promesse' }).waitFor();
    await page.getByText('Plus ancienne facture').waitFor();
    expect(await page.getByText('Dernière promesse').locator('..').innerText()).toContain('aucune');

    // what they say of the third, found while they talk
    await page.getByRole('searchbox', { name: 'Ce que dit le débiteur' }).fill('livraison');
    await page.getByText('La livraison n’était pas conforme.').first().waitFor();
    await page.getByText('quelle ligne, quel montant').waitFor();

    await page.getByRole('radio', { name: 'Promesse' }).click();
    await page.getByLabel('TR-3 a la même issue que les autres').click();
    await page.getByLabel('Issue de TR-3').click();
    await page.getByRole('option', { name: 'Litige' }).click();
    await page.getByRole('combobox', { name: 'Motif' }).click();
    await page.getByRole('option', { name: 'Qualité' }).click();
    const date = page.getByLabel('Date', { exact: true });
    await date.fill('+7');
    await date.blur();

    const consequences = page.locator('.ui-consequences');
    await consequences
      // another story may have moved the clock by a day
      .getByText(/au (30 nov\.|1er déc\.) \(TR-1, TR-2\)\s: l’e-mail .*, puis rien jusqu’au [23] déc\., puis un appel/)
      .waitFor();
    await consequences.getByText(/\(TR-3\)\s: fin du suivi/).waitFor();
    await page.getByLabel('Ce qui a été convenu').fill('Le virement part lundi.');
    const recap = page.locator('.sheet-recap');
    await recap.locator('summary').click();
    await recap.getByText('Le virement part lundi.').waitFor();
    expect(await recap.innerText()).not.toContain('TR-3');

    await page.getByRole('button', { name: 'Terminer et suivant' }).click();
    await page.getByText(`${DEBTOR} : Promesse de paiement`).waitFor();
    await page.goto('/invoices?q=TR-3');
    await row(page, 'Factures', 'TR-3').getByText('contestée').waitFor();
  },
  120_000,
);
