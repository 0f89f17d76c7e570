// What tests draw anew is decided by the commit: another draw with each change, and the same wherever one change is tested, so that a failure can be made again.
const { execFileSync } = require('node:child_process');

/** A whole number from 0 up to 2^31, of the tree that is checked out; of the clock where there is no history to ask. */
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
