/** Paragraphs of a text are parted by an empty line; rows keep them apart. */
const PARTED = '\n\n';

export const paragraphsOf = (body: string): string[] => body.split(PARTED);

export const bodyOf = (paragraphs: readonly string[]): string => paragraphs.join(PARTED);
