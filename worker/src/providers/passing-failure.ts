/** The provider has certainly not accepted the message, and may do so later: tried again after a pause. */
export class PassingFailure extends Error {
  override name = 'PassingFailure';
}
