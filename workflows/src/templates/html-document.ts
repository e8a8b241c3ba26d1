import type { Language } from '../messages/text.ts';
import { escapeHtml } from './escape-html.ts';

const BODY = 'margin:0;padding:24px;background:#ffffff;color:#1f2328';
const COLUMN = 'max-width:680px;font:15px/1.5 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/** Wraps paragraphs as a mail: styles inline, language said, nothing loaded from elsewhere. */
export function htmlDocument(language: Language, title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="${BODY}"><div style="${COLUMN}">
${paragraphs.join('\n')}
</div></body>
</html>
`;
}
