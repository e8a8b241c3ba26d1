export const PALETTE_SEARCH = 'palette-search';

/** Puts the cursor into the palette's search. */
export function focusPalette(): void {
  document.getElementById(PALETTE_SEARCH)?.focus();
}

/** Gives the keys back to the drawing. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
}
