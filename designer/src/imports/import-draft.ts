import { create } from 'zustand';
import type { ImportKind, ImportOptions } from './import-fields.ts';

export type ImportDraft = {
  kind: ImportKind;
  /** The file, or what was pasted, as one. */
  file: { name: string; size: number; contentBase64: string } | null;
  /** It is the whole list of open items of one company: what is not on it is settled. */
  openItems: boolean;
  /** Only what the person has decided; the rest is guessed from the file. */
  mapping: Record<string, string>;
  options: ImportOptions;
  /** The latest dry run of this file. */
  previewId: string | null;
};

const empty: ImportDraft = {
  kind: 'invoices',
  file: null,
  openItems: false,
  mapping: {},
  options: {},
  previewId: null,
};

/** Lives outside the page: one may look something up elsewhere and come back to the same preview. */
export const useImportDraft = create<ImportDraft>(() => empty);

export function changeDraft(change: Partial<ImportDraft>): void {
  useImportDraft.setState(change);
}

/** Another file of the same kind, of the same company. */
export function clearDraft(): void {
  const { kind, openItems, options } = useImportDraft.getState();
  useImportDraft.setState({ ...empty, kind, openItems, options: companyOf(options) });
}

/** Of what was decided, what another file leaves standing. */
export function companyOf({ entityId }: ImportOptions): ImportOptions {
  return entityId === undefined ? {} : { entityId };
}
