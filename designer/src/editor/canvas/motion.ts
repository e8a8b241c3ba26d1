/** Milliseconds that the view takes to move; none for people who asked for less motion. */
export function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220;
}
