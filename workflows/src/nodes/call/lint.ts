export const lintCall = () => [];
