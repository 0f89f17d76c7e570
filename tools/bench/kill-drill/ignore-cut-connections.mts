/**
 * Ignores ERR_INVALID_STATE. Fetch may throw it outside the call when a connection is cut in the middle of a response;
 * the caller gets an error as well.
 * @throws every other error
 */
export function ignoreCutConnections(error: Error & { code?: string }): void {
  if (error.code !== 'ERR_INVALID_STATE') throw error;
}
