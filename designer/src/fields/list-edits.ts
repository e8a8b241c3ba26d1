/** The list with one item replaced. */
export function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((each, at) => (at === index ? item : each));
}

/** The list without one item. */
export function withoutAt<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_each, at) => at !== index);
}

/** The list with one item moved by one place; at the edge it stays. */
export function moved<Item>(items: readonly Item[], index: number, by: 1 | -1): Item[] {
  const item = items[index];
  const neighbour = items[index + by];
  if (item === undefined || neighbour === undefined) return [...items];
  return replaced(replaced(items, index, neighbour), index + by, item);
}
