import { expect } from 'vitest';
import { row } from './acts/row.ts';
import { readApplication } from './setup/application.ts';
import { seriousFaults } from './setup/axe.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

interface Listed {
  items: { id: string; texts: { language: string; subject: string; version: number | null }[] }[];
}

/** The French subject of a template as messages leave with it now. */
async function subjectOf(id: string): Promise<{ subject: string; version: number | null }> {
  const { url, apiKey } = readApplication();
  const answer = await fetch(`${url}/api/v1/templates`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { items } = (await answer.json()) as Listed;
  const text = items.find((template) => template.id === id)?.texts.find(({ language }) => language === 'fr');
  if (!text) throw new Error(`there is no French text of ${id}`);
  return text;
}

story('a template is reworded on a real invoice, saved, and taken back', async (visit) => {
  const page = await visit({ at: '/templates' });
  await row(page, 'Modèles', 'Première relance').dblclick();
  const subject = page.getByRole('textbox', { name: 'Objet' });
  await subject.waitFor();
  const paper = page.frameLocator('iframe[title="Aperçu du message"]');
  await paper.getByText('IBAN').first().waitFor();
  await page.getByText(/^Sur la facture /).waitFor();

  // a variable goes where the cursor stands, and the preview follows
  await subject.fill('Un mot au sujet de ');
  await subject.press('End');
  await page.getByRole('button', { name: 'Insérer : Société créancière' }).click();
  expect(await subject.inputValue()).toBe('Un mot au sujet de {{entity_name}}');
  const shown = page.getByRole('definition').filter({ hasText: /^Un mot au sujet de (?!\{)/ });
  await shown.waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  // what is wrong is said before it can be saved
  const text = page.getByRole('textbox', { name: 'Texte' });
  const words = await text.inputValue();
  await text.fill(words.replace('{{payment_block}}', '{{iban}}'));
  await page.getByText(/Élément inconnu.*iban/).waitFor();
  await page.keyboard.press('Control+s');
  await text.fill(words.replace('{{greeting}}', '{{greeting}}\n\nNous espérons que tout va bien.'));
  await paper.getByText('Nous espérons que tout va bien.').waitFor();
  expect((await subjectOf('reminder-1')).version).toBeNull();

  // unsaved words are not lost by a click
  await page.getByRole('link', { name: 'Modèles' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  expect(await subject.inputValue()).toBe('Un mot au sujet de {{entity_name}}');

  await page.keyboard.press('Control+s');
  await page.getByText(/^Version 1 enregistrée/).waitFor();
  expect(await subjectOf('reminder-1')).toMatchObject({ version: 1, subject: 'Un mot au sujet de {{entity_name}}' });
  await page.getByText('Version 1', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Revenir au texte standard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir au texte standard' }).click();
  await page.getByText('Texte standard rétabli.', { exact: true }).waitFor();
  expect((await subjectOf('reminder-1')).version).toBeNull();
  await page.getByText(/retour au texte standard/).waitFor();
});
