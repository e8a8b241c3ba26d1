import { readDate, type DateFormat } from './read-date.ts';

const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'PR', 'GU', 'FM']);

/** Counts, value by value, which date formats a file can have; `decide` says which, and whether it is only assumed. */
export class DateDetector {
  private dayFirst = 0;
  private monthFirst = 0;
  private yearFirst = 0;

  see(text: string): void {
    if (readDate(text, 'YYYY-MM-DD')) {
      this.yearFirst += 1;
      return;
    }
    if (readDate(text, 'DD/MM/YYYY')) this.dayFirst += 1;
    if (readDate(text, 'M/D/YYYY')) this.monthFirst += 1;
  }

  decide(country: string): { format: DateFormat; assumed: boolean } {
    if (this.dayFirst === 0 && this.monthFirst === 0) {
      return { format: this.yearFirst > 0 ? 'YYYY-MM-DD' : usual(country), assumed: false };
    }
    if (this.dayFirst === this.monthFirst) return { format: usual(country), assumed: true };
    return { format: this.dayFirst > this.monthFirst ? 'DD/MM/YYYY' : 'M/D/YYYY', assumed: false };
  }
}

function usual(country: string): DateFormat {
  return MONTH_FIRST_COUNTRIES.has(country) ? 'M/D/YYYY' : 'DD/MM/YYYY';
}
