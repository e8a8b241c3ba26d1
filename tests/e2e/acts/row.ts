import type { Locator, Page } from 'playwright';

/** The rows of a list that show a text. */
export function row(page: Page, list: string, text: string | RegExp): Locator {
  return page.getByRole('grid', { name: list }).getByRole('row').filter({ hasText: text });
}
