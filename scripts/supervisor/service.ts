/** A server that the application stands on and that outlives the supervisor's own death. */
export interface Service {
  name: string;
  /** Said on its start-up line. */
  detail: string;
  isAlive: () => boolean;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Somebody else's cluster: neither watched nor stopped by us. */
export function outsideService(name: string, detail: string): Service {
  const nothing = async (): Promise<void> => undefined;
  return { name, detail, isAlive: () => true, restart: nothing, stop: nothing };
}
