import { create } from 'zustand';
import type { ImportKind, ImportOptions } from './import-fields.ts';

export type ImportDraft = {
  kind: ImportKind;
  file: { name: string; size: number; contentBase64: string } | null;
  /** Only what the person has decided; the rest is guessed from the file. */
  mapping: Record<string, string>;
  options: ImportOptions;
  /** The latest dry run of this file. */
  previewId: string | null;
};

const empty: ImportDraft = { kind: 'invoices', file: null, mapping: {}, options: {}, previewId: null };

/** Lives outside the page: one may look something up elsewhere and come back to the same preview. */
export const useImportDraft = create<ImportDraft>(() => empty);

export function changeDraft(change: Partial<ImportDraft>): void {
  useImportDraft.setState(change);
}

export function clearDraft(): void {
  useImportDraft.setState({ ...empty, kind: useImportDraft.getState().kind });
}
