import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as scripts from '../../../lib/values/sources/scripts';
import { Workplace } from './support';

const { OBJECT_STORE_SCRIPT, HUGGING_FACE_SCRIPT, MLFLOW_SCRIPT } = scripts;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** Each tool stands in for the real one: says how it was called, then does what it is told. */
const tools = {
  rclone: (body: string) => place.program('rclone', `echo "$*" >> "$RECORD"\n${body}`),
  python3: (body: string) => place.program('python3', `cat > "$RECORD.stdin"; echo "$*" >> "$RECORD"\n${body}`),
  mlflow: (body: string) => place.program('mlflow', `echo "$*" >> "$RECORD"\n${body}`),
};
const FOLDER =
  'umask 077; mkdir -p "$MODEL_TARGET.partial/1"; umask 022; echo weights > "$MODEL_TARGET.partial/1/model"; chmod 600 "$MODEL_TARGET.partial/1/model"';

const DOWNLOADS = [
  ['rclone', OBJECT_STORE_SCRIPT, FOLDER],
  ['python3', HUGGING_FACE_SCRIPT, FOLDER],
  ['mlflow', MLFLOW_SCRIPT, `${FOLDER}; echo "$MODEL_TARGET.partial"`],
] as const;
const VALUES = {
  MODEL_REMOTE: 'bucket/models/x',
  MODEL_REPOSITORY: 'a/b',
  MODEL_REVISION: 'v1',
  MODEL_URI: 'models:/x/3',
};

test.each(Object.entries(scripts))('%s is POSIX shell, and reads well as YAML', (_name, script) => {
  execFileSync('sh', ['-n', '-c', script]);
  expect(script.split('\n').filter((line) => /\s$|\t/.test(line))).toEqual([]);
  expect(script).toMatch(/[^\n]\n$/);
  expect(script).toMatch(/^set -eu\n/);
});

test.each(Object.entries(scripts))('%s stops where it is not told what it needs', async (_name, script) => {
  const { code } = await place.run(script, {});
  expect(code).not.toBe(0);
});

describe.each(DOWNLOADS)('with %s', (tool, script, success) => {
  test('a model gets its name when it is whole', async () => {
    tools[tool](success);
    const { code, log } = await place.run(script, VALUES);
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toContain(`${place.target} is complete`);
    expect(readFileSync(join(place.target, '1', 'model'), 'utf8')).toBe('weights\n');
    expect(existsSync(`${place.target}.partial`)).toBe(false);
    // the server runs as another user
    expect(statSync(join(place.target, '1')).mode & 0o005).toBe(0o005);
    expect(statSync(join(place.target, '1', 'model')).mode & 0o004).toBe(0o004);
  });

  test('a model that is there is left alone', async () => {
    tools[tool]('exit 1');
    mkdirSync(place.target, { recursive: true });
    expect(await place.run(script, VALUES)).toMatchObject({
      code: 0,
      log: `download-model: ${place.target} is there already\n`,
    });
  });

  test('a failure leaves nothing under the name', async () => {
    tools[tool](`${success}; exit 7`);
    expect((await place.run(script, VALUES)).code).not.toBe(0);
    expect(existsSync(place.target)).toBe(false);
  });

  test('nothing is no model', async () => {
    tools[tool]('mkdir -p "$MODEL_TARGET.partial"');
    const { code, log } = await place.run(script, VALUES);
    expect(code).toBe(1);
    expect(log).toContain('nothing was found there');
    expect(existsSync(place.target)).toBe(false);
  });
});

describe.each([
  ['python3', HUGGING_FACE_SCRIPT, FOLDER],
  ['mlflow', MLFLOW_SCRIPT, FOLDER],
] as const)('with %s, which does not repeat by itself', (tool, script, success) => {
  test('a tool that fails twice is started a third time', async () => {
    tools[tool](`[ "$(wc -l < "$RECORD")" -gt 2 ] || exit 1; ${success}`);
    expect((await place.run(script, VALUES)).code).toBe(0);
    expect(place.record('.sleep')).toEqual(['2', '8']);
  });
});

test('rclone repeats by itself; it is told what from where, and to compare by checksum', async () => {
  tools.rclone(FOLDER);
  await place.run(OBJECT_STORE_SCRIPT, VALUES);
  expect(place.record()).toHaveLength(1);
  expect(place.record()[0]).toMatch(`copyto model:bucket/models/x ${place.target}.partial --checksum`);
});

test('rclone may bring a single file, and must bring something', async () => {
  tools.rclone('echo weights > "$MODEL_TARGET.partial"');
  expect((await place.run(OBJECT_STORE_SCRIPT, VALUES)).code).toBe(0);
  expect(readFileSync(place.target, 'utf8')).toBe('weights\n');
  place.remove();
  place = new Workplace();
  tools.rclone('exit 0');
  expect(await place.run(OBJECT_STORE_SCRIPT, VALUES)).toMatchObject({ code: 1 });
});

test('an interrupted folder is gone on with, not thrown away', async () => {
  mkdirSync(join(`${place.target}.partial`, '0'), { recursive: true });
  writeFileSync(join(`${place.target}.partial`, '0', 'model'), 'from before');
  tools.rclone(FOLDER);
  expect((await place.run(OBJECT_STORE_SCRIPT, VALUES)).code).toBe(0);
  expect(readdirSync(place.target).sort()).toEqual(['0', '1']);
});

test('rclone writes in place, also where it does not know the option for it', async () => {
  tools.rclone(`echo "inplace $RCLONE_INPLACE" >> "$RECORD"; ${FOLDER}`);
  await place.run(OBJECT_STORE_SCRIPT, VALUES);
  expect(place.record()[0]).not.toContain('--inplace');
  expect(place.record()[1]).toBe('inplace true');
});

test('the hub’s library gets a revision, and its notes do not stay with the model', async () => {
  tools.python3(`${FOLDER}; mkdir -p "$MODEL_TARGET.partial/.cache/huggingface"`);
  expect((await place.run(HUGGING_FACE_SCRIPT, VALUES)).code).toBe(0);
  expect(place.record('.stdin').join('\n')).toContain('revision=revision');
  expect(readdirSync(place.target)).toEqual(['1']);
});

test('of a run, the model is taken out of the folders of the run', async () => {
  tools.mlflow(
    'mkdir -p "$MODEL_TARGET.partial/artifacts/model"; echo m > "$MODEL_TARGET.partial/artifacts/model/MLmodel"\n' +
      'echo; echo "$MODEL_TARGET.partial/artifacts/model/"',
  );
  expect((await place.run(MLFLOW_SCRIPT, VALUES)).code).toBe(0);
  expect(place.record()).toEqual([`artifacts download --artifact-uri models:/x/3 --dst-path ${place.target}.partial`]);
  expect(readdirSync(place.target)).toEqual(['MLmodel']);
});
