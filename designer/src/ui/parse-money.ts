/**
 * Reads an amount as people type it: `1 234,5`, `1,234.5`, `1.234,50`, `1'234.50`, `−12`.
 * @returns the exact decimal with the currency's decimals (`1234.50`), or undefined when it cannot be read.
 */
export function parseMoney(text: string, decimals = 2): string | undefined {
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[€$£]|[A-Z]{3}/g, '');
  const match = /^([-\u2212]?)([\d.,]+)$/.exec(compact);
  const body = match?.[2];
  if (!body || !/\d/.test(body)) return undefined;
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const tail = last < 0 ? '' : body.slice(last + 1);
  const separator = last < 0 ? '' : body.charAt(last);
  const isDecimal = last >= 0 && body.split(separator).length === 2 && tail.length <= decimals;
  const head = isDecimal ? body.slice(0, last) : body;
  const groups = head.split(/[.,]/);
  const grouped = groups.length === 1 || (groups[0] !== '' && groups.slice(1).every((group) => group.length === 3));
  if (!grouped) return undefined;
  const whole = groups.join('').replace(/^0+(?=\d)/, '') || '0';
  if (whole.length > 12) return undefined;
  const fraction = (isDecimal ? tail : '').padEnd(decimals, '0');
  return `${match[1] ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
}
