const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Prints one line to the terminal. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs one step and prints one line for it: name, result, seconds. */
export async function step<T>(name: string, work: () => T | Promise<T>, outcome: (result: T) => string): Promise<T> {
  const began = performance.now();
  const result = await work();
  print(`  ${name.padEnd(12)}${outcome(result).padEnd(44)} ${seconds(began).padStart(7)}`);
  return result;
}
