import { create } from 'zustand';

export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'relance.theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const store = create<{ theme: Theme }>(() => ({ theme: readStoredTheme() ?? 'system' }));

export const useTheme = (): Theme => store((state) => state.theme);

export function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'system' && darkSystem.matches);
}

export function readStoredTheme(): Theme | undefined {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' || value === 'system' ? value : undefined;
  } catch {
    return undefined; // storage may be refused by the browser
  }
}

export function setTheme(theme: Theme): void {
  store.setState({ theme });
  paint();
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return; // the choice then lasts as long as the page
  }
}

function paint(): void {
  const root = document.documentElement;
  if (isDark(store.getState().theme)) root.dataset['theme'] = 'dark';
  else delete root.dataset['theme'];
}

darkSystem.addEventListener('change', paint);
