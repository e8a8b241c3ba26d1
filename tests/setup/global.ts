import { startEnvironment } from './environment.ts';

/** vitest's set-up of the projects that need real servers; several projects of one run share them. */
export default async function setup(): Promise<() => Promise<void>> {
  users += 1;
  environment ??= startEnvironment();
  const { stop } = await environment;
  return async () => {
    users -= 1;
    if (users === 0) await stop();
  };
}

let users = 0;
let environment: ReturnType<typeof startEnvironment> | undefined;
