export type Language = 'fr' | 'en';

/** A message as data: a key of the catalogue and the values that its placeholders take. */
export interface Text {
  key: string;
  values?: Record<string, TextValue>;
}

/** What stands in for a placeholder: a name as it is, a number, or another message. */
export type TextValue = string | number | Text;

/** One wording, or one per plural form chosen by the value `count`. */
export type Wording = string | { one: string; other: string };

/** Both languages side by side, so that neither can be forgotten. */
export type Catalogue = Record<string, Record<Language, Wording>>;
