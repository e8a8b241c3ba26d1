import type { Language } from '../messages/text.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlDocument } from './html-document.ts';
import { isSignatureLine } from './signature-line.ts';
import type { Template } from './template.ts';
import { isVariable, type VariableName } from './variables.ts';

/** A value in both forms of a message; `html` is markup of the product's own, with every foreign text escaped. */
export interface Block {
  text: string;
  html: string;
}

/** A string is text; what is absent is empty. */
export type Values = Partial<Record<VariableName, string | Block>>;

export interface RenderedMessage {
  subject: string;
  text: string;
  html: string;
}

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;

/**
 * Fills a template. Variables are replaced by text in one pass and nothing is evaluated: a value that contains `{{x}}`
 * stays as it is. A line that holds nothing but empty variables disappears, and a paragraph without lines with it.
 */
export function render(template: Template, language: Language, values: Values): RenderedMessage {
  const { subject, body } = template.texts[language];
  const paragraphs = body.split('\n\n').map((paragraph) => paragraph.split('\n'));
  const title = oneLine(substitute(subject, values, 'text'));
  return {
    subject: title,
    text: `${joinParagraphs(paragraphs, (lines) => renderLines(lines, values, 'text').join('\n')).join('\n\n')}\n`,
    html: htmlDocument(
      language,
      title,
      joinParagraphs(paragraphs, (lines) => htmlParagraph(lines, values)),
    ),
  };
}

type Form = keyof Block;

function joinParagraphs(paragraphs: string[][], write: (lines: string[]) => string): string[] {
  return paragraphs.map(write).filter((paragraph) => paragraph !== '');
}

function htmlParagraph(lines: string[], values: Values): string {
  const [only] = lines;
  const name = lines.length === 1 && only ? /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(only)?.[1] : undefined;
  const value = name !== undefined && isVariable(name) ? values[name] : undefined;
  // a block that stands alone brings its own element (a table cannot stand in a paragraph)
  if (typeof value === 'object') return value.text === '' ? '' : value.html;
  const rendered = renderLines(lines, values, 'html').join('<br>');
  return rendered === '' ? '' : `<p style="margin:0 0 16px">${rendered}</p>`;
}

function renderLines(lines: string[], values: Values, form: Form): string[] {
  return lines.map((line) => renderLine(line, values, form)).filter((line) => line !== '');
}

/** In a line of variables alone (a signature), an empty one takes its separator with it. */
function renderLine(line: string, values: Values, form: Form): string {
  if (!isSignatureLine(line)) return substitute(line, values, form);
  return line
    .split(/(?=, \{\{| · \{\{)/)
    .map((part) => ({
      separator: /^(?:, | · )/.exec(part)?.[0] ?? '',
      value: substitute(part.replace(/^(?:, | · )/, ''), values, form),
    }))
    .filter((part) => part.value !== '')
    .map((part, index) => (index === 0 ? part.value : part.separator + part.value))
    .join('');
}

function substitute(wording: string, values: Values, form: Form): string {
  const source = form === 'html' ? escapeHtml(wording) : wording;
  return source.replaceAll(PLACEHOLDER, (whole, name: string) =>
    isVariable(name) ? valueAs(values[name] ?? '', form) : whole,
  );
}

function valueAs(value: string | Block, form: Form): string {
  if (typeof value === 'object') return value[form];
  return form === 'html' ? escapeHtml(value).replaceAll('\n', '<br>') : value;
}

const oneLine = (value: string): string => value.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
