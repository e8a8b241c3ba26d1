/** Kind of data that a step carries while it is dragged from the palette. */
export const STEP_TYPE = 'application/x-relance-step';
