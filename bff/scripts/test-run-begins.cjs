/** Jest's globalSetup: a folder of this run, in which test databases are handed from file to file. */
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
  process.env.ANJU_TEST_RUN = mkdtempSync(join(tmpdir(), 'anju-run-'));
};
