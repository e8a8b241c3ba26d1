/** Why a whole file is refused: nothing of it was written. */
export const IMPORT_FAILURES = [
  'empty-file',
  'not-text',
  'wrong-encoding',
  'quote-not-closed',
  'line-too-long',
  'too-many-columns',
  'no-rows',
  'field-unknown',
  'field-twice',
  'heading-unknown',
  'column-missing',
  'option-wrong',
  'entity-missing',
  'entity-owed',
  'truncated',
  'too-many-rejected',
  'accounts-differ',
  'closing-unconfirmed',
  'file-missing',
] as const;

export type ImportFailureCode = (typeof IMPORT_FAILURES)[number];

/** `detail` names the heading, field, line or kind of file concerned. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly code: ImportFailureCode;
  readonly detail: string;

  constructor(code: ImportFailureCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
  }
}
