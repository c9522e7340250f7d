import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, lastOf, parseDockerfile, type Stage } from './support/dockerfile';
import { allowedByDockerignore, CONTEXT, readImage } from './support/image';
import { readManifest } from './support/manifest';
import { readReference, runInImage } from './support/reference';

const stages = parseDockerfile(readFileSync(join(CONTEXT, 'Dockerfile'), 'utf8'));
const final = stages[stages.length - 1];
const requirements = readFileSync(join(CONTEXT, 'requirements.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

async function inImage(...argv: string[]): Promise<string> {
  const running = runInImage(argv);
  const code = await running.ended;
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}:\n${running.output}`);
  return running.output.trim();
}

const copied = (stage: Stage) =>
  stage.instructions
    .filter(({ op, flags }) => op === 'COPY' && flags.from === undefined)
    .flatMap(({ args }) => args.split(/\s+/).slice(0, -1));

describe('the Dockerfile', () => {
  test('builds in one stage and runs in another that only copies', () => {
    expect(stages).toHaveLength(2);
    expect(stages[0].name).toBe('build');
    expect(final.instructions.map(({ op }) => op)).not.toContain('RUN');
    expect(final.instructions.filter(({ flags }) => flags.from === 'build').map(({ args }) => args)).toEqual([
      '/opt/venv /opt/venv',
      '/app/models /app/models',
    ]);
  });

  test('starts from a base image with a version, the same in both stages', () => {
    for (const { base } of stages) expect(base).toMatch(/^python:\d+\.\d+-slim-[a-z]+$/);
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
  });

  test('runs as a user with a number, not root', () => {
    expect(lastOf(final, 'USER')).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
  });

  test('starts uvicorn itself, not a shell that would keep SIGTERM from it', () => {
    expect(JSON.parse(lastOf(final, 'CMD')!)).toEqual([
      'uvicorn',
      'service:app',
      '--host',
      '0.0.0.0',
      '--port',
      '8080',
    ]);
    expect(lastOf(final, 'ENTRYPOINT')).toBeUndefined();
    expect(lastOf(final, 'EXPOSE')).toBe('8080');
  });

  test('writes no bytecode, buffers no log', () => {
    expect(environmentOf(final, '/usr/bin')).toMatchObject({
      PATH: '/opt/venv/bin:/usr/bin',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONUNBUFFERED: '1',
    });
  });

  test('leaves the training code, and all else of the folder, out of the final image', () => {
    expect(copied(final)).not.toContain('train.py');
    for (const file of stages.flatMap(copied)) expect(allowedByDockerignore()).toContain(file);
    expect(allowedByDockerignore().every((file) => file === 'requirements.txt' || file.endsWith('.py'))).toBe(true);
  });
});

describe('the manifest fits the image', () => {
  const declared = readManifest(readImage());

  test('same program and port', () => {
    const cmd = JSON.parse(lastOf(final, 'CMD')!);
    expect(declared.argv.slice(0, 2)).toEqual(cmd.slice(0, 2));
    expect(declared.argv.join(' ').replaceAll('=', ' ')).toContain('--host 0.0.0.0 --port 8080');
    expect(declared.port).toBe(8080);
    expect(declared.serviceTarget).toBe(8080);
    expect(declared.image).toBe('ghcr.io/your-org/credit-risk:1.0.0');
  });

  test('same user, read-only root', () => {
    expect(`${declared.user}:${declared.group}`).toBe(lastOf(final, 'USER'));
    expect(declared.readOnlyRoot).toBe(true);
  });

  test('readiness and liveness are asked for at different places', () => {
    expect(declared.readinessProbe.httpGet.path).toBe('/ready');
    expect(declared.livenessProbe.httpGet.path).toBe('/health');
  });
});

describe('the packages', () => {
  test('are pinned, every one that is installed', async () => {
    for (const line of requirements) expect(line).toMatch(/^[A-Za-z0-9_-]+==\d[\w.]*$/);
    const normal = (lines: string[]) => lines.map((line) => line.toLowerCase().replace(/[-_.](?=.*==)/g, '-')).sort();
    expect(normal((await inImage('python', '-m', 'pip', 'freeze')).split('\n'))).toEqual(normal(requirements));
  });

  test('agree with each other', async () => {
    expect(await inImage('python', '-m', 'pip', 'check')).toBe('No broken requirements found.');
  });
});

describe('the model', () => {
  test('is found by its checksum, in the format of sha256sum', async () => {
    expect(await inImage('/bin/sh', '-c', 'cd /app/models && sha256sum -c credit_risk.joblib.sha256')).toBe(
      'credit_risk.joblib: OK',
    );
  });

  test('is the same, byte for byte, each time that it is trained, and another with another seed', async () => {
    const image = readImage();
    const run = async (options = '') => {
      const binds = [...image.binds, { from: CONTEXT, to: '/training' }];
      const running = runInImage(
        [
          '/bin/sh',
          '-c',
          `python /training/train.py --output /tmp/credit-risk-test/model.joblib ${options} && rm -r /tmp/credit-risk-test`,
        ],
        { ...image, binds },
      );
      expect(await running.ended).toBe(0);
      return /sha256 ([0-9a-f]{64})/.exec(running.output)![1];
    };
    const built = /sha256 ([0-9a-f]{64})/.exec(image.log)![1];
    expect(await run()).toBe(built);
    expect(await run('--seed 7')).not.toBe(built);
  });

  test('tells good applicants from bad ones about as well as the process that made them allows', async () => {
    const { auc, version, weights } = await readReference();
    expect(version).toBe('1.0.0');
    expect(auc).toBeGreaterThan(0.78);
    expect(auc).toBeLessThan(0.83);
    // Income and a good history speak for an applicant, debt against.
    const [income, debtRatio, , history] = weights;
    expect([income < 0, debtRatio > 0, history < 0]).toEqual([true, true, true]);
  });
});
