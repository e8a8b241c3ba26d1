export const lintSendEmail = () => [];
