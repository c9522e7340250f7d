import fs from 'node:fs';
import { synthesizeGeneration } from './generations';

/**
 * A run that is killed while it writes: `killed-synth.ts <folder> <operation> <count>` synthesizes generation `new` and
 * kills itself at the given call of the given file operation; `… forever` goes on between the two until somebody does.
 */
const [folder, operation, count] = process.argv.slice(2);

if (operation === 'forever') {
  for (let i = 0; ; i++) {
    synthesizeGeneration(folder, i % 2 ? 'old' : 'new');
    if (i === 0) process.stdout.write('running\n');
  }
}

const name = operation as 'writeFileSync' | 'renameSync' | 'rmSync';
const real = fs[name] as (...args: unknown[]) => void;
let calls = 0;
// an open file of ours, or a path in the folder: the loader of this program writes and removes files of its own
const isOurs = (target: unknown) => typeof target === 'number' || String(target).startsWith(folder);
Object.assign(fs, {
  [name]: (...args: unknown[]) => {
    if (!isOurs(args[0]) || ++calls < Number(count)) return real(...args);
    // half of what was to be written, as a kill in the middle of it would leave
    if (name === 'writeFileSync') real(args[0], String(args[1]).slice(0, 100));
    process.kill(process.pid, 'SIGKILL');
  },
});
synthesizeGeneration(folder, 'new');
