type Texts = Record<string, string>;

/** One area of the catalogue: French says which keys exist, English must have the same ones and no other. */
export function area<const French extends Texts>(texts: {
  fr: French;
  en: NoInfer<{ readonly [Key in keyof French]: string }>;
}): { fr: French; en: { readonly [Key in keyof French]: string } } {
  return texts;
}
