import { nearest } from '../../lib/internal/spelling';

/** What the command line of `npm run synth` asks for. */
export interface Options {
  /** Names of apps; all of them where none is named. */
  readonly apps: readonly string[];
  readonly diff: boolean;
  readonly help: boolean;
}

/** A mistake on the command line: its message is all that is printed. */
export class UsageError extends Error {}

const OPTIONS = {
  '--diff': 'print what changes in each object, field by field, before the files are written',
  '--help': 'print this, and do nothing',
};

/** Reads the arguments; `-h` is `--help`. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const faults = args.flatMap((arg) => {
    const names = arg.startsWith('-') ? [...Object.keys(OPTIONS), '-h'] : known;
    return names.includes(arg) ? [] : [fault(arg, names)];
  });
  if (faults.length > 0) throw new UsageError([...faults, 'npm run synth -- --help lists both'].join('\n'));
  const named = args.filter((arg) => !arg.startsWith('-'));
  return {
    apps: named.length > 0 ? [...new Set(named)] : known,
    diff: args.includes('--diff'),
    help: args.includes('--help') || args.includes('-h'),
  };
}

function fault(arg: string, names: readonly string[]): string {
  const meant = nearest(arg, names, { strict: false });
  const kind = arg.startsWith('-') ? 'option' : 'app';
  return `there is no ${kind} ${arg}; ${meant ? `write ${meant}` : `there are ${names.join(', ')}`}`;
}

export function helpText(known: readonly string[]): string {
  return [
    'npm run synth -- [app ...] [--diff]',
    '',
    'Writes the manifests of the apps, all of them or none, to dist/<app>/<environment>/, or to the folder in CDK8S_OUTDIR.',
    'Without the name of an app, those of all apps.',
    '',
    `apps      ${known.join(', ')}`,
    ...Object.entries(OPTIONS).map(([name, what], i) => `${i === 0 ? 'options   ' : ' '.repeat(10)}${name}  ${what}`),
    '',
    'Colour is used on a terminal, unless NO_COLOR is set. Errors and progress go to standard error.',
    'It ends with 0, with 1 where an app is wrong (no file is changed then), with 2 where the command line is.',
  ].join('\n');
}
