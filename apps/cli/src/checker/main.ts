import { outputTo } from '../output.ts';
import { tallgrunnCheck } from './checker.ts';

if (typeof Map.groupBy === 'function') {
  process.exitCode = await tallgrunnCheck(process.argv.slice(2), outputTo(process.stdout, process.stderr));
} else {
  process.stderr.write(`tallgrunn-check needs Node.js 22 or later; this is ${process.version}.\n`);
  process.exitCode = 2;
}
