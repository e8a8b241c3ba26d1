/** The n-th SIREN that no company has: it begins with 000 and ends in the right check digit. */
export function inventedSiren(n: number): string {
  const body = `000${String(n).padStart(5, '0')}`;
  const sum = body.split('').reduce((total, char, index) => {
    const doubled = Number(char) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
