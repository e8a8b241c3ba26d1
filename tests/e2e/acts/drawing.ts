import type { Locator, Page } from 'playwright';

/** A step on the canvas, by the name that is read on its card. */
export function step(page: Page, name: string): Locator {
  return page.getByLabel('Dessin du scénario').getByRole('group', { name: new RegExp(`^${name}`) });
}

/** Drags a step type from the palette to a place on the canvas. */
export async function dragStep(page: Page, type: string, at: { x: number; y: number }): Promise<void> {
  const canvas = page.locator('.react-flow__pane');
  await page.getByRole('button', { name: `Ajouter : ${type}` }).dragTo(canvas, { targetPosition: at });
}

/** Drags from the handle of an outcome to the entry of another step. */
export async function connect(page: Page, from: Locator, outcome: string, to: Locator): Promise<void> {
  const [source, target] = await Promise.all([
    from.locator(`.react-flow__handle.source[data-handleid="${outcome}"]`).boundingBox(),
    to.locator('.react-flow__handle.target').boundingBox(),
  ]);
  if (!source || !target) throw new Error('a handle is not in sight');
  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y - 10, { steps: 8 });
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** Chooses in a list that opens under its field. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Creates a scenario from the list of scenarios and opens it. */
export async function newScenario(page: Page, name: string, from = 'Page blanche'): Promise<void> {
  // an empty list offers it too
  await page.getByRole('button', { name: 'Nouveau scénario' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(from, { exact: true }).click();
  await dialog.getByLabel('Nom du scénario').fill(name);
  await dialog.getByRole('button', { name: 'Créer' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}
