import { isVariable, VARIABLES } from '@relance/workflows/templates';
import type { Language } from '../i18n/index.ts';

/** A wording in which each variable is shown by what it stands for. */
export function VariableText({ text, language }: { text: string; language: Language }) {
  return (
    <span className="fd-wording">
      {text.split(/\{\{\s*([\w.-]+)\s*\}\}/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} className="fd-variable">
            {isVariable(part) ? VARIABLES[part].meaning[language] : part}
          </span>
        ),
      )}
    </span>
  );
}
