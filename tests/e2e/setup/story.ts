import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll, beforeAll, test } from 'vitest';
import { readApplication, type Account } from './application.ts';

export interface Visit {
  /** Who sits there; null is a stranger who sees the sign-in page. */
  as?: Account['role'] | null;
  language?: 'fr' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The page to open. */
  at?: string;
}

type Visits = (visit?: Visit) => Promise<Page>;

// One process at a time, and none of what a browser does on its own account.
const ARGUMENTS = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>['cookies'];

let browser: Browser;
/** Sessions are opened once: the sign-in page of its own test is the only one that tries passwords. */
const sessions = new Map<Account['role'], Cookies>();

/** Declares that the file's stories are told in a browser. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: readApplication().chromium, args: [...ARGUMENTS, ...sandbox()] });
  });
  afterAll(() => browser.close());
}

/**
 * One test, told as what people do. Each visit is a browser of its own. A page that throws fails it; when it fails, its
 * pages are kept as pictures that the error names.
 */
export function story(name: string, tell: (visit: Visits) => Promise<void>, timeout = 60_000): void {
  test(name, { timeout }, async () => {
    const contexts: BrowserContext[] = [];
    const thrown: Error[] = [];
    const visit: Visits = async (wanted = {}) => {
      const context = await newContext(wanted);
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => thrown.push(error));
      await page.goto(wanted.at ?? '/');
      return page;
    };
    try {
      await tell(visit);
      if (thrown[0]) throw thrown[0];
    } catch (error) {
      if (error instanceof Error) error.message += await pictures(name, contexts);
      throw error;
    } finally {
      for (const context of contexts) await context.close();
    }
  });
}

async function newContext({ as = 'manager', language = 'fr', theme = 'light', width, height }: Visit) {
  const { url } = readApplication();
  return browser.newContext({
    baseURL: url,
    viewport: { width: width ?? 1440, height: height ?? 900 },
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: theme,
    storageState: {
      cookies: as === null ? [] : await cookiesOf(as),
      origins: [
        {
          origin: url,
          localStorage: [
            { name: 'relance.language', value: language },
            { name: 'relance.theme', value: theme },
          ],
        },
      ],
    },
  });
}

/** The cookies of that person's session. */
async function cookiesOf(role: Account['role']) {
  const known = sessions.get(role);
  if (known) return known;
  const { url, accounts } = readApplication();
  const account = accounts.find((each) => each.role === role);
  if (!account) throw new Error(`The demo has no ${role}.`);
  const context = await browser.newContext({ baseURL: url });
  const { email, password } = account;
  const answer = await context.request.post('/api/auth/sign-in/email', {
    headers: { origin: url },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
  const { cookies } = await context.storageState();
  await context.close();
  sessions.set(role, cookies);
  return cookies;
}

async function pictures(name: string, contexts: readonly BrowserContext[]): Promise<string> {
  const lines: string[] = [];
  for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
    const file = path.join(os.tmpdir(), `relance-e2e-${name.replaceAll(/\W+/g, '-')}-${index + 1}.png`);
    await page.screenshot({ path: file });
    lines.push(`\n${page.url()} looked like ${file}`);
  }
  return lines.join('');
}

/** Chromium refuses its sandbox to root. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
