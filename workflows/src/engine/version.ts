/** Raised whenever the same plan, state and events give another answer; journals carry it. */
export const ENGINE_VERSION = 1;
