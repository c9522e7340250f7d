import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Environment } from '../support/environment';
import { describeUnless } from '../support/suite';
import { type Framework, interpreterWith } from './interpreter';
import type { Line, Program } from './processes';

const APPS = resolve(__dirname, '..', '..', '..', 'apps');

/** The programs of the apps. */
export const PROGRAMS = join(APPS, 'training', 'programs');
export const TORCH = join(APPS, 'pytorch', 'program', 'train.py');

/** Programs of an image beside those that are installed. */
export const TOOLS = join(__dirname, 'bin');

/** A suite that needs a framework: left out, with the reason, only where it cannot be installed. */
export function describeIn(framework: Framework, title: string, tests: (bin: string) => void): void {
  const interpreter = interpreterWith(framework);
  const bin = 'folder' in interpreter ? join(interpreter.folder, 'bin') : '';
  const reason = 'missing' in interpreter ? interpreter.missing : undefined;
  describeUnless(reason, title, () => tests(bin));
}

export interface Workplace {
  readonly folder: string;
  readonly data: Environment;
}

/** A folder with a small data set. */
export function workplace(images = 600): Workplace {
  const folder = mkdtempSync(join(process.env.CLUSTER_TEST_RUN ?? tmpdir(), 'program-'));
  const path = join(folder, 'digits.json');
  execFileSync('python3', [join(PROGRAMS, 'digits.py'), '--out', path, '--count', `${images}`]);
  return {
    folder,
    data: { DATA: path, CHECKPOINT_DIR: join(folder, 'checkpoints'), MODEL_DIR: join(folder, 'model') },
  };
}

/** What each process said when it was in the group. */
export function joined(programs: readonly Program[]): Line[] {
  const lines = programs.flatMap((program) => program.lines.filter(({ event }) => event === 'joined'));
  return lines.sort((one, other) => Number(one.rank) - Number(other.rank));
}
