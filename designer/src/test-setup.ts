import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// happy-dom lays nothing out: without a size, a virtual list would show no row.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 600 },
  clientWidth: { configurable: true, get: () => 800 },
});

afterEach(cleanup);
