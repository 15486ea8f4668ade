/** Set up in every Jest context: each property is tried 300 times, in the long form ANJU_PROPERTY_RUNS times; with ANJU_PROPERTY_SEED the same way each time. */
const fc = require('fast-check');

const { ANJU_PROPERTY_RUNS: runs = '300', ANJU_PROPERTY_SEED: seed } = process.env;
fc.configureGlobal({ numRuns: Number(runs), ...(seed ? { seed: Number(seed) } : {}) });
