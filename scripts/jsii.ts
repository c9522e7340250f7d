/**
 * Runs a program of jsii (`tsx scripts/jsii.ts jsii-pacmak --target python`) without its banner on Node 20, which we support
 * as long as our dependencies do.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [program, ...args] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(__dirname, '../node_modules/.bin', program), ...args], {
  stdio: 'inherit',
  env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
});
process.exitCode = status ?? 1;
