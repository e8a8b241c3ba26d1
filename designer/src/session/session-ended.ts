type Listener = () => void;
let listener: Listener | undefined;

/** The router says what happens when the server no longer knows who asks. */
export function onSessionEnded(run: Listener): void {
  listener = run;
}

export function sessionEnded(): void {
  listener?.();
}
