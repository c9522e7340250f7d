import { paintDiff, painter, paintSummary } from '../../scripts/command/colour';
import { helpText, readOptions } from '../../scripts/command/options';
import { Progress } from '../../scripts/command/progress';

const APPS = ['churn-predictor', 'credit-risk', 'llm'];

describe('the command line of npm run synth', () => {
  test('names apps, or means all of them', () => {
    expect(readOptions([], APPS)).toEqual({ apps: APPS, diff: false, help: false });
    expect(readOptions(['llm', '--diff', 'llm'], APPS)).toEqual({ apps: ['llm'], diff: true, help: false });
    expect(readOptions(['-h'], APPS).help).toBe(true);
  });

  test.each([
    [['credit_risc'], 'there is no app credit_risc; write credit-risk'],
    [['frontend'], 'there is no app frontend; there are churn-predictor, credit-risk, llm'],
    [['--dif'], 'there is no option --dif; write --diff'],
    [['llm', '--quietly'], 'there is no option --quietly; there are --diff, --help, -h'],
  ])('%j is refused with what is meant', (args, message) => {
    expect(() => readOptions(args, APPS)).toThrow(message);
    expect(() => readOptions(args, APPS)).toThrow('--help');
  });

  test('its help names every app and option', () => {
    for (const word of [...APPS, '--diff', '--help', 'NO_COLOR', 'CDK8S_OUTDIR'])
      expect(helpText(APPS)).toContain(word);
  });
});

describe('colour', () => {
  const terminal = painter({ isTTY: true }, {});

  test('is for terminals, and nobody who sets NO_COLOR', () => {
    expect(terminal('red', 'x')).toBe('\x1b[31mx\x1b[39m');
    for (const [output, env] of [
      [{ isTTY: true }, { NO_COLOR: '1' }],
      [{ isTTY: true }, { TERM: 'dumb' }],
      [{ isTTY: false }, {}],
      [{}, {}],
    ] as const)
      expect(painter(output, env)('red', 'x')).toBe('x');
  });

  test('changes nothing of the text', () => {
    const diff =
      "dist/a\n  + Service x\n  - Service y\n  ~ Deployment z\n      spec.replicas: 2 → 3\n      a.b: 'c: d' → 'e'\n";
    const summary = 'app  written  changed  removed\na          1        0        0\n\n1 warning\n  x: y';
    const bare = (text: string) => text.replace(new RegExp(`${'\x1b'}\\[\\d+m`, 'g'), '');
    expect(bare(paintDiff(diff, terminal))).toBe(diff);
    expect(bare(paintSummary(summary, terminal))).toBe(summary);
    expect(paintDiff(diff, terminal)).toContain('spec.replicas: \x1b[31m2\x1b[39m\x1b[32m → 3\x1b[39m');
  });
});

describe('progress', () => {
  const run = (isTTY: boolean, times: readonly number[]) => {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress({ isTTY, write: (text) => written.push(text) }, () => time);
    for (const next of times) {
      time = next;
      progress.step(`at ${next}`);
    }
    progress.done();
    return written;
  };

  test('of a run of two seconds is not printed', () => {
    expect(run(true, [0, 500, 1999])).toEqual([]);
    expect(run(false, [0, 500, 1999])).toEqual([]);
  });

  test('is one line of a terminal, which is empty at the end', () => {
    expect(run(true, [1000, 2000, 12000, 13000])).toEqual([
      '\rat 2000',
      '\rat 12000',
      '\rat 13000',
      `\r${' '.repeat('at 13000'.length)}`,
      '\r',
    ]);
  });

  test('is a line from time to time elsewhere', () => {
    expect(run(false, [1000, 6000, 7000, 10999, 11000])).toEqual(['at 6000\n', 'at 11000\n']);
  });
});
