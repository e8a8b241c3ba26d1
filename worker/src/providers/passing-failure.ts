/** The provider has certainly not accepted the message, and may do so later: tried again after a pause. */
export class PassingFailure extends Error {
  override name = 'PassingFailure';
  /** The client's word for it where the server was not reached or did not let us in, e.g. `EAUTH`. */
  readonly code: string | null;
  /** The server's own word for when to try again; null: after the usual pause. */
  readonly againInMs: number | null;

  constructor(message: string, code: string | null = null, againInMs: number | null = null) {
    super(message);
    this.code = code;
    this.againInMs = againInMs;
  }
}
