import { defineConfig } from 'vitest/config';

const servers = {
  globalSetup: ['tests/setup/global.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{workflows,db,worker,api}/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
        },
      },
      { extends: './designer/vitest.config.ts', root: './designer', test: { name: 'designer' } },
      {
        test: {
          name: 'flow',
          include: ['{db,worker,api}/src/**/*.db.test.ts', 'tests/{flow,replay,boundaries}/**/*.test.ts'],
          maxWorkers: 2,
          ...servers,
        },
      },
      { test: { name: 'chaos', include: ['tests/chaos/**/*.test.ts'], maxWorkers: 1, ...servers } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...servers,
          globalSetup: [...servers.globalSetup, 'tests/e2e/setup/application.ts'],
          hookTimeout: 60_000,
          // One application: what one file does to its demo organisation, the next one sees.
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
