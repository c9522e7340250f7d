/** Where text goes to: a terminal, a file, a pipe. */
export interface Output {
  readonly isTTY?: boolean;
}

type Colour = 'bold' | 'red' | 'green' | 'yellow';

/** Codes of ECMA-48, which all terminals know: on, and off again. */
const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
};

export type Paint = (colour: Colour, text: string) => string;

/** Colours text on a terminal. NO_COLOR, with any value, turns it off: https://no-color.org */
export function painter(output: Output, env: NodeJS.ProcessEnv = process.env): Paint {
  const isOn = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return (colour, text) => (isOn ? `\x1b[${CODES[colour][0]}m${text}\x1b[${CODES[colour][1]}m` : text);
}

/** A diff of `MlApp.diffAll`, by the sign of each line; what was is red, what comes is green. */
export function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      if (/^\S/.test(line)) return paint('bold', line);
      if (line.startsWith('  + ')) return paint('green', line);
      if (line.startsWith('  - ')) return paint('red', line);
      if (line.startsWith('  ~ ')) return paint('yellow', line);
      const [, head, before, after] = /^( {6}\S.*?: )(.*)( → .*)$/.exec(line) ?? [];
      return head === undefined ? line : head + paint('red', before) + paint('green', after);
    })
    .join('\n');
}

/** The table of a report, and its warnings. */
export function paintSummary(summary: string, paint: Paint): string {
  const [table, ...warnings] = summary.split('\n\n');
  const [head, ...rows] = table.split('\n');
  const marked = rows.map((row) => (/( +0){3}$/.test(row) ? row : paint('green', row)));
  return [[paint('bold', head), ...marked].join('\n'), ...warnings.map((text) => paint('yellow', text))].join('\n\n');
}
