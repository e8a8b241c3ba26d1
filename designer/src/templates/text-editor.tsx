import { isVariable, VARIABLES, type VariableName } from '@relance/workflows/templates';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useI18n } from '../i18n/index.ts';
import { Button, Field, Icon, TextArea, TextInput } from '../ui/index.ts';
import { insertVariable } from './insert-variable.ts';
import type { Wording } from './use-template-draft.ts';

const LONGEST_SUBJECT = 200;
const LONGEST_BODY = 20_000;
const NAMES = Object.keys(VARIABLES).filter(isVariable);

type TextEditorProps = {
  draft: Wording & { set: (next: Partial<Wording>) => void };
  faults: readonly string[];
  readOnly: boolean;
};

/** Subject and text of a template or of one message, what may stand in them, and what is wrong with them. */
export function TextEditor({ draft, faults, readOnly }: TextEditorProps) {
  const { t, language } = useI18n();
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');

  function insert(name: VariableName) {
    const place = VARIABLES[name].form === 'block' ? 'body' : last.current;
    const element = place === 'subject' ? subject.current : body.current;
    if (element === null) return;
    const from = element.selectionStart ?? element.value.length;
    const { text, caret } = insertVariable(element.value, from, element.selectionEnd ?? from, name);
    // the caret can only be put where the text is drawn already
    flushSync(() => draft.set(place === 'subject' ? { subject: text } : { body: text }));
    element.focus();
    element.setSelectionRange(caret, caret);
  }

  return (
    <div className="tp-editor">
      <Field label={t('templates.subject')} readOnly={readOnly}>
        <TextInput
          ref={subject}
          value={draft.subject}
          onChange={(value) => draft.set({ subject: value })}
          onFocus={() => (last.current = 'subject')}
          maxLength={LONGEST_SUBJECT}
        />
      </Field>
      <Field
        label={t('templates.body')}
        hint={readOnly ? t('templates.read-only') : t('templates.body-hint')}
        readOnly={readOnly}
      >
        <TextArea
          ref={body}
          className="tp-body"
          value={draft.body}
          onChange={(value) => draft.set({ body: value })}
          onFocus={() => (last.current = 'body')}
          maxLength={LONGEST_BODY}
          spellCheck
          data-autofocus
        />
      </Field>
      {faults.length > 0 && (
        <ul className="tp-faults" role="alert">
          {faults.map((fault) => (
            <li key={fault}>
              <Icon name="warn" size={12} />
              {fault}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <fieldset className="tp-variables">
          <legend>{t('templates.variables')}</legend>
          <p className="text-text-3">{t('templates.variables-hint')}</p>
          <div className="tp-chips">
            {NAMES.map((name) => {
              const meaning = VARIABLES[name].meaning[language];
              return (
                <Button
                  key={name}
                  size="sm"
                  aria-label={t('templates.insert', { meaning })}
                  title={`{{${name}}}`}
                  onClick={() => insert(name)}
                >
                  {meaning}
                </Button>
              );
            })}
          </div>
        </fieldset>
      )}
    </div>
  );
}
