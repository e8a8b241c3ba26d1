import { choose, newScenario } from './acts/drawing.ts';
import { row } from './acts/row.ts';
import { readApplication } from './setup/application.ts';
import { story, withBrowser } from './setup/story.ts';

withBrowser();

const DAY_MS = 86_400_000;
const LIST = 'Boîte d’envoi';
const SENDER = [
  ['Titulaire du compte', 'Brasserie du Port SARL'],
  ['IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
  ['Adresse d’expédition', 'comptabilite@port.example'],
  ['Nom de l’expéditeur', 'Claire Morel'],
] as const;
/** As a French spreadsheet writes days. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' });

const rows = (): string =>
  [
    ['N° de facture', 'Compte', 'Raison sociale', 'E-mail', 'Date de facture', 'Échéance', 'Solde'],
    ['OL-001', 'C1', 'Biscuiterie Kerhuon', 'compta@kerhuon.example', daysAgo(45), daysAgo(15), '1 200,00'],
    ['OL-002', 'C1', 'Biscuiterie Kerhuon', 'compta@kerhuon.example', daysAgo(38), daysAgo(8), '300,50'],
    ['OL-003', 'C2', 'Cidrerie Plouhinec', '', daysAgo(40), daysAgo(10), '80,00'],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');

story(
  'a manager brings an own ledger from a paste to the first confirmed message, with sending off until the end',
  async (visit) => {
    // a session of its own: the organisation that one works in goes with it
    const manager = readApplication().accounts.find(({ role }) => role === 'manager');
    const page = await visit({ as: null, at: '/' });
    await page.getByLabel('Adresse e-mail').fill(manager?.email ?? '');
    await page.getByLabel('Mot de passe', { exact: true }).fill(manager?.password ?? '');
    await page.keyboard.press('Enter');
    const way = page.getByRole('region', { name: 'Commencer avec mon propre grand livre' });
    await way.getByRole('link', { name: 'Créer mon organisation' }).click();
    await page.getByLabel('Nom de l’organisation').fill('Brasserie du Port');
    await page.getByRole('button', { name: 'Créer l’organisation' }).click();

    await page.waitForURL(/\/imports\/new/);
    const state = page.getByRole('region', { name: 'Nature de l’organisation et envoi' });
    await state
      .getByText(/arrêté/)
      .first()
      .waitFor();
    await page.getByLabel('Ou collez des lignes copiées d’un tableur').fill(rows());
    await page.getByRole('button', { name: 'Lire ces lignes' }).click();
    await page.getByLabel(/C’est la liste complète des postes ouverts/).check();
    await page.getByRole('button', { name: 'Importer la liste' }).click();
    await page.waitForURL(/\/imports\/(?!new)[^/]+$/);
    await page.getByRole('link', { name: 'Continuer' }).click();

    await way.getByRole('link', { name: 'Publier un scénario' }).click();
    await newScenario(page, 'Première escalade', 'Ferme');
    await page.getByRole('button', { name: /^Publier/ }).click();
    const publish = page.getByRole('dialog');
    await publish.getByText('Rien n’est envoyé maintenant.').waitFor();
    await publish.getByRole('button', { name: /^Publier/ }).click();
    await publish.getByRole('button', { name: 'Plus tard' }).click();

    await page.goto('/');
    await way.getByRole('link', { name: 'Voir ce qui serait envoyé' }).click();
    await choose(page, 'Où vont les factures : Toutes les autres factures', 'Première escalade');
    const foreseen = page.getByRole('region', { name: 'Ce qui se passerait' });
    await foreseen.getByText(/1 message attend votre accord/).waitFor({ timeout: 20_000 });
    await foreseen.getByText(/1 débiteur n’a pas d’adresse/).waitFor();
    await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
    await page.getByLabel('Affecter chaque matin à 6 h et après chaque import').click();
    await page.getByRole('button', { name: 'Lancer maintenant' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lancer maintenant' }).click();

    await page.goto('/');
    await way.getByRole('link', { name: 'Compléter l’expéditeur' }).click();
    await page.getByText(/Rien ne peut partir/).waitFor();
    await page.getByRole('button', { name: 'Modifier' }).click();
    const entity = page.getByRole('dialog');
    for (const [field, value] of SENDER) await entity.getByLabel(field, { exact: true }).fill(value);
    await entity.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Prête à écrire').waitFor();

    await page.goto('/');
    await way.getByRole('link', { name: 'Confirmer les premiers messages' }).click();
    await row(page, LIST, 'Kerhuon').click({ timeout: 30_000 });
    const message = page.getByRole('article').first();
    await message.getByText('compta@kerhuon.example').waitFor();
    const paper = page.frameLocator('iframe[title="Contenu du message"]').first();
    await paper.getByText('OL-001').first().waitFor();
    await message.getByRole('button', { name: 'Envoyer' }).click();
    await page
      .getByText('2 relances libérées : elles partiront quand les envois reprendront.', { exact: true })
      .waitFor();
    await row(page, LIST, 'Kerhuon').waitFor({ state: 'detached' });

    await state.getByRole('button', { name: 'Mettre l’envoi en marche' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en marche' }).click();
    await state.getByText('Réel · envoi en marche').first().waitFor();
    await page.goto('/follow-ups?q=Kerhuon');
    await row(page, 'Suivis', 'OL-001').dblclick();
    await page
      .getByText(/^Envoi accepté/)
      .first()
      .waitFor();
  },
  150_000,
);
