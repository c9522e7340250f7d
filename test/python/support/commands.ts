import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

export interface Options {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end. */
export function run(command: string, args: readonly string[], { cwd, env = {} }: Options): SpawnSyncReturns<string> {
  return spawnSync(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}

/** Like `run`, for what must not fail: what it printed to standard output. */
export function must(command: string, args: readonly string[], options: Options): string {
  const { status, error, stdout, stderr } = run(command, args, options);
  if (status === 0) return stdout;
  const title = `${[command, ...args].join(' ')} ${error ? `did not start: ${error.message}` : `ended with ${status}`}`;
  throw Object.assign(new Error(), { stack: [title, stdout, stderr].filter(Boolean).join('\n') });
}

/** As a user's shell has it: without what npm, jest and a virtual environment around us say to their processes. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(?!config_(cache|userconfig|registry|prefix|globalconfig))|INIT_CWD|NODE_ENV|NODE_OPTIONS|JEST_|CDK8S_|JSII_|PYTHON(?!WARNINGS)|VIRTUAL_ENV)/i;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    // says on standard error that this version of Node is old, which is none of what is tested
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  };
}
