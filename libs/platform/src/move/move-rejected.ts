/** A cooperative that cannot be moved as requested. The message is one sentence or two for the operator. */
export class MoveRejected extends Error {}
