export const lintWait = () => [];
