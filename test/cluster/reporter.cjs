const { readdirSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const TAIL = 8;

/** Deletes the logs of a run that passed; keeps those of one that failed, and shows how each ended. */
module.exports = class LogReporter {
  onRunComplete(_contexts, results) {
    const run = process.env.CLUSTER_TEST_RUN;
    if (!run) return;
    // jest sets `success` only after the reporters are through
    if (results.numFailedTests + results.numRuntimeErrorTestSuites === 0) {
      rmSync(run, { recursive: true, force: true });
      return;
    }
    const logs = readdirSync(run, { recursive: true }).filter((name) => name.endsWith('.log'));
    for (const log of logs) {
      const lines = readFileSync(join(run, log), 'utf8').trimEnd().split('\n');
      process.stderr.write(`\n--- last lines of ${join(run, log)}\n${lines.slice(-TAIL).join('\n')}\n`);
    }
    process.stderr.write(`\nAll logs of this run are kept in ${run}\n`);
  }
};
