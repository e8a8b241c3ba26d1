import type { Tone } from '../engine/command.ts';
import type { Language } from '../messages/text.ts';
import type { Template } from './template.ts';
import { beforeFormalNotice } from './texts/before-formal-notice.ts';
import { callRecap } from './texts/call-recap.ts';
import { preventive } from './texts/preventive.ts';
import { reminder1 } from './texts/reminder-1.ts';
import { reminder2 } from './texts/reminder-2.ts';

const ALL: readonly Template[] = [preventive, reminder1, reminder2, beforeFormalNotice, callRecap];

/** What scenarios may name: id, tone and the languages it is written in. */
export const TEMPLATES: readonly { id: string; tone: Tone; languages: Language[] }[] = ALL.map(({ id, tone }) => ({
  id,
  tone,
  languages: ['fr', 'en'],
}));

/** The template of that id, or null. */
export function findTemplate(id: string): Template | null {
  return ALL.find((template) => template.id === id) ?? null;
}
