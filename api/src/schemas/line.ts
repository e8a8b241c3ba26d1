import { text } from './text.ts';

const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n]/u;

/** Text of one line: without line breaks and other control characters, so that it can stand in a header. */
export function line(maxLength = 200) {
  return text(maxLength)
    .refine((value) => !CONTROL.test(value), 'one line without control characters')
    .overwrite((value) => value.trim());
}

/** A line that says something. */
export function filledLine(maxLength = 200) {
  return line(maxLength).refine((value) => value !== '', 'must not be empty');
}

/** Text of a few lines. */
export function lines(maxLength = 1_000) {
  return text(maxLength)
    .overwrite((value) => value.replaceAll('\r\n', '\n').trim())
    .refine((value) => !CONTROL_BUT_LINES.test(value), 'no control characters but line breaks');
}
