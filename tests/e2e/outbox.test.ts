import { expect } from 'vitest';
import type { Page } from 'playwright';
import { messageAtOnce } from '../setup/outbox-world.ts';
import { advanceOneDay } from './acts/advance-one-day.ts';
import { bringCases } from './acts/bring-cases.ts';
import { row } from './acts/row.ts';
import { seriousFaults } from './setup/axe.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

const LIST = 'Boîte d’envoi';
const SUBJECT = 'Un mot avant la fin du mois';
const REASON = 'Le directeur a promis de payer';

/** What the follow-up of an invoice tells of it. */
async function openFollowUp(page: Page, debtor: string): Promise<void> {
  await page.goto(`/follow-ups?q=${debtor}`);
  await row(page, 'Suivis', debtor).first().dblclick();
  await page.waitForURL(/\/follow-ups\/[^?]/);
}

story(
  'a manager reads what waits to be confirmed, rewrites and sends one message, drops another, and finds both told',
  async (visit) => {
    await bringCases({
      name: 'Confirmer',
      graph: messageAtOnce('to-confirm'),
      invoices: [
        { debtor: 'Vaucresson', number: 'VC-1', amount: '94000,00' },
        { debtor: 'Vaucresson', number: 'VC-2', amount: '2000,00' },
        { debtor: 'Wattignies', number: 'WT-1', amount: '310,00' },
      ],
    });
    const page = await visit({ at: '/outbox' });
    // the largest sum first, with its risk in words and what it waits for
    const first = row(page, LIST, 'Vaucresson');
    await first.waitFor({ timeout: 30_000 });
    await row(page, LIST, 'Wattignies').waitFor({ timeout: 30_000 });
    const words = await first.innerText();
    for (const said of ['96 000,00', 'Parmi les plus gros montants', 'Premier rappel', 'accord d’une personne']) {
      expect(words.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(said);
    }
    await page
      .getByRole('navigation')
      .getByRole('link', { name: LIST })
      .getByText(/^[2-9]$/)
      .waitFor();

    await first.click();
    const message = page.getByRole('article');
    await message.getByText('compta@vaucresson.example').waitFor();
    await message.getByText('Pièces jointes').waitFor();
    const paper = page.frameLocator('iframe[title="Contenu du message"]');
    await paper.getByText('VC-1').first().waitFor();
    await paper.getByText('VC-2').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Objet' }).fill(SUBJECT);
    const text = dialog.getByRole('textbox', { name: 'Texte' });
    const body = await text.inputValue();
    await text.fill(body.replace('{{payment_block}}', ''));
    await dialog
      .getByText(/^Il manque/)
      .first()
      .waitFor();
    await text.fill(body.replace('{{invoice_table}}', 'Pensez à nous.\n\n{{invoice_table}}'));
    await dialog.getByRole('button', { name: 'Garder ce texte' }).click();
    await dialog.waitFor({ state: 'detached' });
    await message.getByText(SUBJECT).waitFor();
    await paper.getByText('Pensez à nous.').waitFor();

    await page.keyboard.press('s');
    await page.getByText(/^2 relances libérées/).waitFor();
    await first.waitFor({ state: 'detached' });

    // the other one, dropped with its reason
    await row(page, LIST, 'Wattignies').click();
    await message.getByText('compta@wattignies.example').waitFor();
    await message.getByRole('button', { name: 'Abandonner' }).click();
    await dialog.getByLabel('Motif').fill(REASON);
    await dialog.getByRole('button', { name: 'Abandonner' }).click();
    await page.getByText(/^1 relance abandonnée/).waitFor();
    await row(page, LIST, 'Wattignies').waitFor({ state: 'detached' });

    await advanceOneDay(page);
    await openFollowUp(page, 'Vaucresson');
    for (const told of [/^Texte modifié\s: Relance 1$/, /^Envoi accepté\s: Relance 1$/, 'Relance 1 remise']) {
      await page.getByText(told).first().waitFor();
    }
    await openFollowUp(page, 'Wattignies');
    await page.getByText('Relance 1 abandonnée').first().waitFor();
    await page.getByText(REASON).first().waitFor();
    await page.goto('/mailbox');
    await page.getByText(SUBJECT).first().waitFor();
    await page.getByText('compta@wattignies.example').waitFor({ state: 'detached' });
  },
  150_000,
);
