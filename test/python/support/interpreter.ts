import { ROOT } from '../../contract/support/tree';
import { run } from './commands';

/** What jsii asks for. */
const OLDEST = [3, 10];

export interface Interpreter {
  readonly command: string;
  readonly version: string;
}

/** The Python of this machine that the suite runs with, or why there is none. */
export function findInterpreter(): Interpreter | string {
  const faults: string[] = [];
  for (const command of ['python3', 'python']) {
    const { status, stdout } = run(command, ['-c', PROGRAM], { cwd: ROOT });
    if (status !== 0) {
      faults.push(`${command}: not there, or without the modules venv and ensurepip`);
      continue;
    }
    const version = stdout.trim();
    const [major, minor] = version.split('.').map(Number);
    if (major === OLDEST[0] && minor >= OLDEST[1]) return { command, version };
    faults.push(`${command}: is ${version}`);
  }
  return `the tests of the Python package need Python ${OLDEST.join('.')} or newer with venv (${faults.join('; ')})`;
}

const PROGRAM = 'import ensurepip, platform, venv; print(platform.python_version())';
