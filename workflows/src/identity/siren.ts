/** Whether a text is the number of a French company: nine digits, the last of which checks the others (Luhn). */
export function isSiren(value: string): boolean {
  const digits = compact(value);
  return /^\d{9}$/.test(digits) && luhn(digits) % 10 === 0;
}

/** As it is kept: without the spaces that people write between the threes. */
export function compact(value: string): string {
  return value.replaceAll(/[\s\u00a0\u202f]/g, '');
}

/** The sum of the digits, every second one from the right doubled. */
function luhn(digits: string): number {
  return digits
    .split('')
    .toReversed()
    .reduce((sum, char, index) => {
      const weighted = Number(char) * (index % 2 === 1 ? 2 : 1);
      return sum + (weighted > 9 ? weighted - 9 : weighted);
    }, 0);
}
