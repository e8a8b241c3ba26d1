import type { Tone } from '../engine/command.ts';
import type { Language } from '../messages/text.ts';

/** What a linter must know of a template: `variables` are those that its texts use. */
export interface TemplateInfo {
  id: string;
  tone: Tone;
  languages: Language[];
  variables: string[];
}

/** Texts that a scenario may refer to. `variables` is the closed set that messages can render. */
export interface KnownTexts {
  templates: TemplateInfo[];
  scripts: { id: string }[];
  variables: string[];
}
