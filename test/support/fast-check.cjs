// fast-check as it is, but that what it draws is the commit's too.
const path = require('node:path');
const fastCheck = require(path.join(__dirname, '../../node_modules/fast-check/lib/cjs/fast-check.js'));

fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed: Number(process.env.DRAWN_SEED) });

module.exports = fastCheck;
