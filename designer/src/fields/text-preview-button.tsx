import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Dialog, Segmented } from '../ui/index.ts';
import type { TextOption } from './field-scene.ts';
import { VariableText } from './variable-text.tsx';

/** Opens the wording of a template or script, one language at a time. */
export function TextPreviewButton({ option }: { option: TextOption }) {
  const { t, language } = useI18n();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<'fr' | 'en'>(language);
  const preview = option.previews.find((each) => each.language === shown) ?? option.previews[0];
  return (
    <>
      <button type="button" className="fd-link" onClick={() => setOpen(true)}>
        {t('editor.preview')}
      </button>
      <Dialog open={open} onOpenChange={setOpen} size="md" title={option.label} description={option.detail}>
        {option.previews.length > 1 && (
          <Segmented
            label={t('editor.preview-language')}
            value={preview?.language ?? shown}
            onChange={setShown}
            segments={option.previews.map((each) => ({
              value: each.language,
              label: t(`editor.language.${each.language}`),
            }))}
          />
        )}
        {preview && (
          <div className="fd-preview" lang={preview.language}>
            {preview.subject !== '' && (
              <p className="fd-preview-subject">
                <VariableText text={preview.subject} language={language} />
              </p>
            )}
            <VariableText text={preview.text} language={language} />
          </div>
        )}
      </Dialog>
    </>
  );
}
