/** Set up in every Jest context: each property is tried 300 times, in the long form ANJU_PROPERTY_RUNS times. */
const fc = require('fast-check');

fc.configureGlobal({ numRuns: Number(process.env.ANJU_PROPERTY_RUNS ?? 300) });
