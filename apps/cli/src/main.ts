import { outputTo } from './output.ts';
import { tallgrunn } from './tallgrunn.ts';

// Entry point when the bundle is called directly, as in the container.
process.exitCode = await tallgrunn(process.argv.slice(2), outputTo(process.stdout, process.stderr));
