import { ENGINE_MESSAGES } from '../engine/messages.ts';
import { LINT_MESSAGES } from '../lint/messages.ts';
import { NODE_MESSAGES } from '../nodes/messages.ts';
import { WHY_MESSAGES } from '../policy/messages.ts';
import { renderText } from './render.ts';
import type { Catalogue, Language, Text } from './text.ts';

export type * from './text.ts';
export * from './typography.ts';

/** Every message of this package, in both languages. */
export const MESSAGES: Catalogue = { ...NODE_MESSAGES, ...LINT_MESSAGES, ...ENGINE_MESSAGES, ...WHY_MESSAGES };

/** Renders any message of this package, with the typography of its language. */
export function say(text: Text, language: Language): string {
  return renderText(MESSAGES, text, language);
}
