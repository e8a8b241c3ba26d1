/** One figure, and what keeps it from being better. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  limit: string;
}

/** Four significant digits: the rest is chance. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
