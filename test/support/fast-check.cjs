// fast-check with its seed set by the commit.
const path = require('node:path');
const fastCheck = require(path.join(__dirname, '../../node_modules/fast-check/lib/cjs/fast-check.js'));

fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed: Number(process.env.DRAWN_SEED) });

module.exports = fastCheck;
