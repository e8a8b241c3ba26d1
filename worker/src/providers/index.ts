export { catcher } from './catcher.ts';
export type { EmailProvider, HandOver, OutgoingEmail, Sender } from './email-provider.ts';
export { emailProviders } from './email-providers.ts';
export { PassingFailure } from './passing-failure.ts';
export { smtpProvider } from './smtp.ts';
