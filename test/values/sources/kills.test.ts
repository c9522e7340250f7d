import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as scripts from '../../../lib/values/sources/scripts';
import { Workplace } from './support';

/** Every program that the scripts start beside the one that downloads. */
const PROGRAMS = ['mv', 'rm', 'mkdir', 'chmod', 'sha256sum'];
const SHA256 = createHash('sha256').update('weights\n').digest('hex');

/** What a download brings, in place of the tool that would; it goes on where it was, as the tools do. */
const FOLDER = 'mkdir -p "$MODEL_TARGET.partial/1"; echo weights > "$MODEL_TARGET.partial/1/model"';
const RUN =
  'run="$MODEL_TARGET.partial/artifacts/model"; mkdir -p "$run/1"; echo weights > "$run/1/model"; echo "$run/"';

const DOWNLOADS: Record<string, [script: string, tool: string, body: string, files: string[]]> = {
  'a file over HTTP': [scripts.HTTP_SCRIPT, 'curl', 'echo weights > "$MODEL_TARGET.partial"; printf "200 "', ['']],
  'a folder of a bucket': [scripts.OBJECT_STORE_SCRIPT, 'rclone', FOLDER, ['1/model']],
  'an object of a bucket': [scripts.OBJECT_STORE_SCRIPT, 'rclone', 'echo weights > "$MODEL_TARGET.partial"', ['']],
  'a repository of the hub': [
    scripts.HUGGING_FACE_SCRIPT,
    'python3',
    `cat > /dev/null; ${FOLDER}; mkdir -p "$MODEL_TARGET.partial/.cache"`,
    ['1/model'],
  ],
  'a version of MLflow': [scripts.MLFLOW_SCRIPT, 'mlflow', `${FOLDER}; echo "$MODEL_TARGET.partial"`, ['1/model']],
  'a model of a run of MLflow': [scripts.MLFLOW_SCRIPT, 'mlflow', RUN, ['1/model']],
};
const VALUES = {
  MODEL_URL: 'https://example.com/model',
  MODEL_SHA256: SHA256,
  MODEL_REMOTE: 'bucket/models/x',
  MODEL_REPOSITORY: 'a/b',
  MODEL_REVISION: 'v1',
  MODEL_URI: 'models:/x/3',
};

/** Files below a folder; the empty name where it is a file itself. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [''];
  return (readdirSync(path, { recursive: true }) as string[]).filter((one) => statSync(join(path, one)).isFile());
}

describe.each(Object.entries(DOWNLOADS))('%s', (_title, [script, tool, body, files]) => {
  test.each(['before', 'after'] as const)(
    'is whole after a kill %s any of the programs, and a second run',
    async (when) => {
      let killed = 0;
      for (let at = 1; ; at += 1) {
        const place = new Workplace();
        place.program(tool, body);
        place.killsAt(PROGRAMS, when);
        const first = await place.run(script, { ...VALUES, KILL_AT: String(at) });
        // at any moment: whole, or not there
        if (existsSync(place.target)) expect(filesIn(place.target)).toEqual(files);
        const second = await place.run(script, VALUES);
        expect({ at, ...second }).toMatchObject({ code: 0 });
        expect(filesIn(place.target)).toEqual(files);
        for (const file of files) expect(readFileSync(join(place.target, file), 'utf8')).toBe('weights\n');
        expect(readdirSync(join(place.target, '..'))).toEqual(['model.pkl']);
        place.remove();
        if (first.code === 0) break;
        killed += 1;
      }
      expect(killed).toBeGreaterThan(2);
    },
    60_000,
  );
});

test('a folder where a file should be is reported, and nothing is put into it', async () => {
  const place = new Workplace();
  mkdirSync(place.target, { recursive: true });
  const { code, log } = await place.run(scripts.HTTP_SCRIPT, VALUES);
  expect({ code, log }).toEqual({
    code: 1,
    log: `download-model: ${place.target} is a folder, and should be a file\n`,
  });
  expect(readdirSync(place.target)).toEqual([]);
  place.remove();
});
