import { type Graph, settingsSchema } from '../scenario.ts';
import { EditError } from './edit-error.ts';
import type { EditOf } from './edit.ts';

export function setSettings(graph: Graph, { settings }: EditOf<'set-settings'>): Graph {
  if (!settingsSchema.safeParse(settings).success) throw new EditError('bad-settings', 'settings');
  return { ...graph, settings };
}
