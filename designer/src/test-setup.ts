import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// happy-dom lays nothing out: without a size, a virtual list would show no row.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 600 },
  clientWidth: { configurable: true, get: () => 800 },
});

// Pages load their code on demand, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
