/** The version of Temporal's command line that we test with and fetch. */
export const TEMPORAL_VERSION = '1.9.1';
