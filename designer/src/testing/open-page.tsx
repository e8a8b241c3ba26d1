import { cleanup, render } from '@testing-library/react';
import { App } from '../app.tsx';
import { queryClient } from '../query-client.ts';
import { makeRouter } from '../router.tsx';

/** The whole application at an address, as somebody who opens it there. */
export function openPage(address: string): void {
  cleanup();
  queryClient.clear();
  history.replaceState(null, '', address);
  render(<App router={makeRouter()} />);
}
