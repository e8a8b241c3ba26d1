import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Banner, Card, Segmented } from '../ui/index.ts';
import { FileDrop } from './file-drop.tsx';
import { companyOf, type ImportDraft } from './import-draft.ts';
import { importKinds, type ImportKind } from './import-fields.ts';
import { PasteRows } from './paste-rows.tsx';
import { largestFile, readFile } from './read-file.ts';
import type { Preview } from './use-preview.ts';
import { WholeList } from './whole-list.tsx';

/** What is imported: its kind, its company, and the file or the rows. */
export function ImportSource({ draft, preview }: { draft: ImportDraft; preview: Preview }) {
  const { t } = useI18n();
  const [reading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();
  const { kind, file } = draft;

  async function take(chosen: File) {
    setRefusal(undefined);
    if (chosen.size > largestFile) return setRefusal(t('errors.code.too-large'));
    if (chosen.size === 0) return setRefusal(t('imports.failure.empty-file'));
    setReading(true);
    try {
      const contentBase64 = await readFile(chosen);
      preview.look({
        file: { name: chosen.name, size: chosen.size, contentBase64 },
        mapping: {},
        options: companyOf(draft.options),
        previewId: null,
      });
    } catch {
      setRefusal(t('imports.unreadable'));
    } finally {
      setReading(false);
    }
  }
  function changeKind(next: ImportKind) {
    const { entityId: _, ...others } = draft.options;
    preview.look({
      kind: next,
      mapping: {},
      previewId: null,
      ...(next !== 'invoices' && { openItems: false }),
      // money may be for any company
      ...(next === 'payments' && { options: others }),
    });
  }
  return (
    <>
      {refusal && <Banner tone="danger" title={refusal} />}
      <Card title={t('imports.what')} aside={file?.name}>
        <Segmented
          label={t('imports.kind')}
          value={kind}
          onChange={changeKind}
          segments={importKinds.map((each) => ({ value: each, label: t(`imports.kind.${each}`) }))}
        />
        <p className="mt-2 text-text-2">{t(`imports.kind-hint.${kind}`)}</p>
        <WholeList draft={draft} taken={preview.job?.entityId ?? null} onChange={preview.look} />
        {!file && (
          <div className="import-sources">
            <FileDrop onFile={(chosen) => void take(chosen)} busy={reading} />
            <PasteRows onRows={(rows) => void take(rows)} busy={reading} />
          </div>
        )}
      </Card>
    </>
  );
}
