import { describeError } from '../user-error.mts';
import { readStartOptions, type StartOptions } from './options.mts';
import { print } from './print.mts';
import { Shutdown } from './shutdown.mts';

/**
 * Runs the program of a command with the options of the command line, or prints the help. A signal ends what was
 * started; an error does too, and is printed.
 */
export async function runProgram(
  help: string,
  work: (options: StartOptions, shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const shutdown = new Shutdown();
  try {
    const options = readStartOptions(process.argv.slice(2), process.env);
    if (options) {
      shutdown.onSignals(print);
      await work(options, shutdown);
    } else {
      print(help);
    }
  } catch (error) {
    if (shutdown.signal.aborted) return;
    process.stderr.write(`${describeError(error)}\n`);
    await shutdown.now();
    process.exit(1);
  }
}
