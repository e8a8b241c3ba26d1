import { bareNumber, type DecimalSign } from './read-amount.ts';

const POINT_COUNTRIES = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'CH', 'MX', 'JP', 'CN', 'IN', 'SG', 'HK', 'IL']);

/** Counts, value by value, which sign separates decimals in a file; `decide` says which, and whether it is only assumed. */
export class DecimalDetector {
  private comma = 0;
  private point = 0;
  /** `1,234`: thousands or three decimals. Most currencies have two, so it is weak evidence for grouping. */
  private commaGroups = 0;
  private pointGroups = 0;

  see(text: string): void {
    const signs = /^-?\d*([.,\d]*)$/.exec(bareNumber(text))?.[1]?.replaceAll(/\d/g, '') ?? '';
    const last = signs.at(-1);
    if (last !== ',' && last !== '.') return;
    const tail = bareNumber(text).split(last).at(-1) ?? '';
    const isDecimal = signs.length === 1 ? tail.length !== 3 : new Set(signs).size === 2;
    if (isDecimal) {
      if (last === ',') this.comma += 1;
      else this.point += 1;
    } else if (last === ',') this.commaGroups += 1;
    else this.pointGroups += 1;
  }

  decide(country: string): { decimal: DecimalSign; assumed: boolean } {
    if (this.comma !== this.point) return { decimal: this.comma > this.point ? ',' : '.', assumed: false };
    const usual = POINT_COUNTRIES.has(country) ? '.' : ',';
    if (this.comma > 0) return { decimal: usual, assumed: true };
    if (this.commaGroups === this.pointGroups) return { decimal: usual, assumed: this.commaGroups > 0 };
    return { decimal: this.commaGroups > this.pointGroups ? '.' : ',', assumed: true };
  }
}
