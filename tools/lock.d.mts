/** Returns true when a process with this id is running, whoever owns it. */
export function isAlive(pid: number): boolean;
/** Runs `work` while no other process has the lock on `folder`. Waits as long as the owner of the lock is running. */
export function withLock<T>(folder: string, work: () => T | Promise<T>): Promise<T>;
