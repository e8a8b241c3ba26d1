export const lintDecision = () => [];
