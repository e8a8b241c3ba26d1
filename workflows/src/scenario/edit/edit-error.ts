export type EditFault =
  | 'unknown-node'
  | 'unknown-edge'
  | 'id-taken'
  | 'bad-node'
  | 'bad-edge'
  | 'bad-settings'
  | 'too-many-nodes'
  | 'too-many-edges';

/** An edit that cannot be applied to this graph; the graph is unchanged. */
export class EditError extends Error {
  constructor(
    readonly fault: EditFault,
    readonly subject: string,
  ) {
    super(`${fault}: ${subject}`);
    this.name = 'EditError';
  }
}
