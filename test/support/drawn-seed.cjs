// The commit determines the random values in tests. They differ with each change but are the same wherever one change
// is tested, so that a failure is reproducible.
const { execFileSync } = require('node:child_process');

/** Returns a whole number from 0 up to 2^31, from the checked-out tree; from the clock without a git history. */
function seedOfCommit() {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      cwd: __dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return parseInt(tree.slice(0, 8), 16) % 2 ** 31;
  } catch {
    return Date.now() % 2 ** 31;
  }
}

process.env.DRAWN_SEED ||= String(seedOfCommit());
