import { outputTo } from './output.ts';
import { tallgrunn } from './tallgrunn.ts';

// The command line where the bundle is called by itself, as in the container.
process.exitCode = await tallgrunn(process.argv.slice(2), outputTo(process.stdout, process.stderr));
