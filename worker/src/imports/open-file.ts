import { inOrganisation, type Database } from '@relance/db';
import { countImportParts, readImportPart } from '@relance/db/queries';
import { ImportFailure } from './import-failure.ts';

export interface StoredFile {
  /** Reads the file from its beginning, one part in memory at a time; `onPart` hears which share has been read. */
  open(onPart?: (share: number) => Promise<void>): AsyncGenerator<Uint8Array>;
}

/** The file of an import as it was received. */
export function openFile(db: Database, organisationId: string, importId: string): StoredFile {
  return {
    async *open(onPart) {
      const parts = await inOrganisation(db, organisationId, (tx) => countImportParts(tx, organisationId, importId));
      if (parts === 0) throw new ImportFailure('file-missing');
      for (let part = 0; part < parts; part += 1) {
        const bytes = await inOrganisation(db, organisationId, (tx) =>
          readImportPart(tx, organisationId, importId, part),
        );
        if (bytes === null) throw new ImportFailure('file-missing');
        yield bytes;
        await onPart?.((part + 1) / parts);
      }
    },
  };
}
