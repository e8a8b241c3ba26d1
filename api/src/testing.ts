export { hashApiKey, newApiKey } from './auth/api-key.ts';
export { createLog } from './log.ts';
export { LiveFeed } from './live/feed.ts';
export { openDeps } from './open-deps.ts';
export { createServer } from './server.ts';
export { appRouter } from './router.ts';
export { policy } from './auth/policy.ts';
export { makeSignInLink } from './auth/sign-in-link.ts';
export { hashPassword } from 'better-auth/crypto';
