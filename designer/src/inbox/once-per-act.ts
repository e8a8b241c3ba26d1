/** Rows without repeats: what one act did to several invoices of a debtor stands once. */
export function oncePerAct<Row extends { at: string; what: string; why: string }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ at, what, why }) => {
    const act = JSON.stringify([at, what, why]);
    if (seen.has(act)) return false;
    seen.add(act);
    return true;
  });
}
