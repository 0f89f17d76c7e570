/** True when a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean;
/** Runs `work` while no other process holds `folder`; waits for as long as the holder lives. */
export function withLock<T>(folder: string, work: () => T | Promise<T>): Promise<T>;
