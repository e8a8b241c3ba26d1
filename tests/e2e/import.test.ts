import { expect } from 'vitest';
import { row } from './acts/row.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

// As a French ledger writes it, with a day that does not exist on the third line.
const LEDGER = [
  'N° de facture;Matricule;Raison sociale;Adresse de relance;Date de facture;Échéance;Montant TTC;Solde dû',
  'E2E-001;CLI-901;Crémerie Évrard;compta@evrard.example;05/10/2026;04/11/2026;1 234,56;1 234,56',
  'E2E-002;CLI-901;Crémerie Évrard;compta@evrard.example;06/10/2026;31/02/2026;200,00;200,00',
  'E2E-003;CLI-902;Hôtel de l’Étang;hotel@etang.example;07/10/2026;06/11/2026;80,10;80,10',
  '',
].join('\r\n');

/** The typographic apostrophe is the one sign of the ledger that stands elsewhere in Windows-1252 than in Latin-1. */
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');

story('a French ledger is read, corrected, tried, imported, and its bad line is explained', async (visit) => {
  const page = await visit({ at: '/imports/new' });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await (await chooser).setFiles({ name: 'grand-livre.csv', mimeType: 'text/csv', buffer: windows1252(LEDGER) });

  const columns = page.getByRole('group', { name: 'Colonnes du fichier' });
  await columns.getByText('Hôtel de l’Étang').waitFor();
  expect(await page.getByLabel('Séparateur').innerText()).toBe('Point-virgule');
  expect(await page.getByLabel('Encodage').innerText()).toBe('Windows-1252');
  expect(await page.getByLabel('La colonne « Échéance » contient').innerText()).toBe('Échéance');
  // a column that it cannot do without, under a name of the company's own
  await page.getByText('Aucune colonne ne contient : Référence du débiteur').waitFor();
  await page.getByLabel('La colonne « Matricule » contient').click();
  await page.getByRole('option', { name: 'Référence du débiteur' }).click();
  await page.getByText('Aucune colonne ne contient').waitFor({ state: 'detached' });
  const ignored = page.getByText('Colonnes non reprises : Adresse de relance.');
  await ignored.waitFor();
  await page.getByLabel('La colonne « Adresse de relance » contient').click();
  await page.getByRole('option', { name: 'E-mail' }).click();
  await ignored.waitFor({ state: 'detached', timeout: 20_000 });

  const rejected = (): ReturnType<typeof row> => row(page, 'Lignes rejetées', '31/02/2026');
  const why = /^3\s*Échéance\s*31\/02\/2026\s*Cette date n’existe pas ou n’a pas le format choisi\.$/;
  await rejected().waitFor({ timeout: 20_000 });
  expect(await rejected().innerText()).toMatch(why);
  await page.getByText('rien n’est encore enregistré').waitFor();
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click();

  // the import goes on without its page
  await page.waitForURL(/\/imports\/(?!new)[^/]+$/);
  await page.goto('/inbox');
  await page.goto('/imports');
  const job = row(page, 'Imports', 'grand-livre.csv').first();
  await job.getByText('Lignes à corriger').waitFor({ timeout: 20_000 });
  await job.dblclick();
  await rejected().waitFor();
  expect(await rejected().innerText()).toMatch(why);
  expect(await page.getByText('créées').locator('xpath=..').innerText()).toMatch(/^2\s/);
});
