import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { Checker, show, type ValidationError } from '../../lib/internal/errors';

function messageOf(body: (check: Checker) => void): string {
  const check = Checker.forChild(new App(), 'churn');
  body(check);
  try {
    check.done();
  } catch (error) {
    return (error as ValidationError).message;
  }
  return 'nothing was thrown';
}

describe('the shape of errors', () => {
  test('has construct path, prop path, got, expected and fix, all problems in one throw', () => {
    const message = messageOf((check) => {
      check.at('compute').at('memoryLimit').refuse('256Mi', "at least the request ('512Mi')", 'raise memoryLimit');
      check.at('secrets').at(1).at('name').refuse(undefined, 'a name', 'give one');
    });
    expect(message).toBe(
      [
        'churn: 2 problems',
        '  compute.memoryLimit',
        "    got       '256Mi'",
        "    expected  at least the request ('512Mi')",
        '    fix       raise memoryLimit',
        '  secrets[1].name',
        '    got       nothing',
        '    expected  a name',
        '    fix       give one',
      ].join('\n'),
    );
  });

  test('throws nothing where nothing was refused', () => {
    expect(messageOf(() => undefined)).toBe('nothing was thrown');
  });

  test.each([
    ['text\nover lines', "'text ⏎ over lines'"],
    ['x'.repeat(200), `'${'x'.repeat(117)}...'`],
    [Duration.seconds(30), '30 seconds'],
    [{ a: [1] }, '{"a":[1]}'],
    [new Map(), 'a Map'],
    [null, 'nothing'],
    [Number.NaN, 'NaN'],
  ])('shows %p on one line', (value, shown) => {
    expect(show(value)).toBe(shown);
  });
});

describe('an uncaught error on a terminal', () => {
  test('begins with the message and shows the frames of the user alone', () => {
    const folder = join(__dirname, '../../.cache/errors-test');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'app.ts'),
      `import { ClusterTarget } from '../../lib/values/cluster-target';\nfunction mine() { ClusterTarget.kubernetes('1.5'); }\nmine();\n`,
    );
    const run = spawnSync(process.execPath, ['-r', 'tsx/cjs', join(folder, 'app.ts')], { encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr.trimStart()).toMatch(/^ValidationError: ClusterTarget\.kubernetes: 1 problem\n/);
    expect(run.stderr).toContain('at mine (');
    expect(run.stderr).not.toMatch(/internal\/errors|cluster-target\.ts:|problems: \[/);
  });
});
