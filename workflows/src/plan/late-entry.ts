export const LATE_ENTRIES = ['by-age', 'from-entry', 'first-step'] as const;

/**
 * How an invoice that is already old enters a scenario: at the step that matches its age, with its days counted from the
 * entry, or at the first step.
 */
export type LateEntry = (typeof LATE_ENTRIES)[number];
