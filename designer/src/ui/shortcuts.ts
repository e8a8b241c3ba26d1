import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export type ShortcutGroup = 'everywhere' | 'list' | 'page';

export type Shortcut = {
  /** `j`, `?`, `mod+enter`, `escape`, or a sequence of two: `g i`. */
  keys: string;
  /** What the dialog under `?` says it does. */
  label: string;
  group: ShortcutGroup;
  run: () => void;
  /** Works while a dialog is open: for the shortcuts of the dialog itself. */
  inDialog?: boolean;
  /** Works while somebody types: only for combinations that type nothing. */
  whileTyping?: boolean;
};

type Registered = { id: number; shortcuts: readonly Shortcut[] };

const store = create<{ registered: readonly Registered[] }>(() => ({ registered: [] }));
let lastId = 0;
let sequence: { key: string; at: number } | undefined;

/** All shortcuts that work on the page now, latest owner first. */
export const useActiveShortcuts = (): readonly Shortcut[] =>
  store((state) => state.registered).flatMap((entry) => entry.shortcuts);

/** Makes keys work, and be listed under `?`, for as long as the component is on the page. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const signature = shortcuts.map((each) => `${each.keys}|${each.label}|${each.group}`).join('\n');
  useEffect(() => {
    if (signature === '') return undefined;
    const id = ++lastId;
    const stable = latest.current.map((each, index) => ({ ...each, run: () => latest.current[index]?.run() }));
    store.setState((state) => ({ registered: [{ id, shortcuts: stable }, ...state.registered] }));
    return () => store.setState((state) => ({ registered: state.registered.filter((entry) => entry.id !== id) }));
  }, [signature]);
}

/** Listens once for the whole application. */
export function listenToShortcuts(target: Window): () => void {
  const listen = (event: KeyboardEvent): void => handle(event);
  target.addEventListener('keydown', listen);
  return () => target.removeEventListener('keydown', listen);
}

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const pressed = combination(event);
  const typing = isTyping(event.target);
  const inDialog =
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null;
  const pair = sequence && event.timeStamp - sequence.at < 1000 ? `${sequence.key} ${pressed}` : undefined;
  const candidates = store
    .getState()
    .registered.flatMap((entry) => entry.shortcuts)
    .filter((each) => (each.inDialog || !inDialog) && (each.whileTyping || !typing || pressed.startsWith('mod+')));
  const found = candidates.find((each) => each.keys === pair) ?? candidates.find((each) => each.keys === pressed);
  const startsSequence = candidates.some((each) => each.keys.startsWith(`${pressed} `));
  sequence = !found && startsSequence ? { key: pressed, at: event.timeStamp } : undefined;
  if (!found) return;
  // A focused button or link keeps Enter and Space for itself.
  if ((pressed === 'enter' || pressed === ' ') && isActivatable(event.target)) return;
  event.preventDefault();
  found.run();
}

function combination(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const shift = event.shiftKey && key.length > 1 ? 'shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${shift}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function isActivatable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], [role="button"], [role="radio"]') !== null;
}
