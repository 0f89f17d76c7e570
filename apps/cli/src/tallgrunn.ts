export { outputTo } from './output.ts';
import { programVersion } from '@tallgrunn/platform';
import { exit, WrongUsage, type ExitCode } from './command.ts';
import { findCommand, overview } from './commands.ts';
import { OutputClosed, type Output } from './output.ts';

const isWrongUsage = (error: unknown): error is Error =>
  error instanceof WrongUsage || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

/** Runs the command that the words name. Returns the exit code and never throws. */
export async function tallgrunn(argv: string[], output: Output): Promise<ExitCode> {
  if (argv[0] === '--version') {
    await output.text(`${programVersion(import.meta.url)}\n`);
    return exit.fine;
  }
  const found = findCommand(argv);
  if (!found) {
    const isHelp = argv[0] === '--help' || argv[0] === 'help';
    await (isHelp ? output.text(overview) : output.log(overview));
    return isHelp ? exit.fine : exit.usage;
  }
  try {
    const command = await found.listed.load();
    if (!found.rest.includes('--help')) return await command.run(found.rest, output);
    await output.text(`${command.help}\n`);
    return exit.fine;
  } catch (error) {
    if (error instanceof OutputClosed) return exit.fine;
    if (isWrongUsage(error)) {
      output.log(`${error.message}\nSee: npm run -s tallgrunn -- ${argv[0]} --help`);
      return exit.usage;
    }
    output.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exit.fault;
  }
}
