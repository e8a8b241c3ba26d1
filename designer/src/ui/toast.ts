import { create } from 'zustand';
import type { Tone } from './chip.tsx';

export type ToastMessage = {
  id: number;
  text: string;
  tone: Tone;
  act?: { label: string; run: () => void } | undefined;
};

export const useToasts = create<{ messages: readonly ToastMessage[] }>(() => ({ messages: [] }));
let lastId = 0;

/** Says what has just happened; `act` is most often the undo. */
export function toast(text: string, options: { tone?: Tone; act?: ToastMessage['act'] } = {}): void {
  const message = { id: ++lastId, text, tone: options.tone ?? 'ok', act: options.act };
  useToasts.setState((state) => ({ messages: [...state.messages.slice(-2), message] }));
}

export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }));
}
