import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { DVC_SCRIPT, HUGGING_FACE_DATA_SCRIPT } from '../../../lib/values/sources/scripts';
import { Workplace } from './support';

const tools = ['git', 'python3'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (tools.length > 0 && process.env.CI) throw new Error(`${tools.join(' and ')} are needed here`);
if (tools.length > 0) console.warn(`the downloads of data are not tried: ${tools.join(' and ')} are not installed`);
const test = tools.length === 0 ? global.test : global.test.skip;

/** In place of the hub's library: says how it was called, and downloads two files. */
const HUB = `
import os

def snapshot_download(repository, repo_type, revision, allow_patterns, ignore_patterns, local_dir):
    print("called", repository, repo_type, revision, allow_patterns, ignore_patterns)
    if os.environ.get("FAILS"): raise SystemExit(1)
    for name in ["a.csv", ".cache/huggingface/a.lock"]:
        path = os.path.join(local_dir, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").write("data")
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

const beside = () => readdirSync(dirname(place.target));

describe('a data set of the hub', () => {
  const VALUES = { MODEL_REPOSITORY: 'acme/digits', MODEL_REVISION: 'v1' };

  test('gets its name when it is whole, without what the library keeps', async () => {
    place.module('huggingface_hub', HUB);
    const env = { ...VALUES, PYTHONPATH: place.root, MODEL_INCLUDE: '["*.csv"]' };
    const { code, log } = await place.run(HUGGING_FACE_DATA_SCRIPT, env);
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toContain("called acme/digits dataset v1 ['*.csv'] None");
    expect(readdirSync(place.target)).toEqual(['a.csv']);
    expect(beside()).toEqual(['model.pkl']);
    // a second pod leaves it as it is
    expect((await place.run(HUGGING_FACE_DATA_SCRIPT, env)).log).toContain('is there already');
  });

  test('is not there where it cannot be fetched', async () => {
    place.module('huggingface_hub', HUB);
    const { code, log } = await place.run(HUGGING_FACE_DATA_SCRIPT, { ...VALUES, PYTHONPATH: place.root, FAILS: '1' });
    expect(code).toBe(1);
    expect(log).toContain('giving up');
    expect(existsSync(place.target)).toBe(false);
  });

  test('is not put into the one that another pod has fetched meanwhile', async () => {
    place.module('huggingface_hub', `${HUB}    os.makedirs(os.environ["MODEL_TARGET"] + "/other")\n`);
    const { code, log } = await place.run(HUGGING_FACE_DATA_SCRIPT, { ...VALUES, PYTHONPATH: place.root });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toContain('another pod was first');
    expect(readdirSync(place.target)).toEqual(['other']);
    expect(beside()).toEqual(['model.pkl']);
  });
});

/** A git repository behind HTTP, for those who know the token. */
class GitServer {
  static async start(root: string): Promise<GitServer> {
    const git = (...args: string[]) => execFileSync('git', ['-C', join(root, 'work'), ...args], { stdio: 'pipe' });
    mkdirSync(join(root, 'work'));
    git('init', '--quiet');
    writeFileSync(join(root, 'work', 'data.dvc'), 'first');
    git('add', '.');
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c'];
    git(...who, 'commit', '--quiet', '-m', 'first');
    git('tag', 'v1');
    writeFileSync(join(root, 'work', 'data.dvc'), 'second');
    git(...who, 'commit', '--quiet', '-am', 'second');
    execFileSync('git', ['clone', '--quiet', '--bare', join(root, 'work'), join(root, 'served.git')], {
      stdio: 'pipe',
    });
    // what a plain web server needs to serve a repository
    execFileSync('git', ['-C', join(root, 'served.git'), 'update-server-info']);
    const server = new GitServer(root);
    await new Promise<void>((resolve) => {
      server.server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private readonly server: Server;

  private constructor(root: string) {
    this.server = createServer((request, response) => {
      const expected = `Basic ${Buffer.from('token:sesame').toString('base64')}`;
      const file = join(root, decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname));
      if (request.headers.authorization !== expected) response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
      else if (existsSync(file) && statSync(file).isFile()) response.end(readFileSync(file));
      else response.writeHead(404).end();
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/served.git`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('data of DVC', () => {
  /** In place of dvc: reads what the repository has at the revision, as dvc does, and "downloads" it. */
  const DVC = `echo "$*" >> "$RECORD"
rev=; out=; clone=; path=
while [ $# -gt 0 ]; do
  case $1 in
    get | --quiet) ;;
    --rev) rev=$2; shift ;;
    --remote) shift ;;
    --out) out=$2; shift ;;
    *) if [ -z "$clone" ]; then clone=$1; else path=$1; fi ;;
  esac
  shift
done
mkdir -p "$out"
umask 077
git -C "$clone" show "$rev:$path.dvc" > "$out/file"`;

  let server: GitServer;
  beforeEach(async () => {
    server = await GitServer.start(place.root);
    place.program('dvc', DVC);
  });
  afterEach(() => server.stop());

  const run = (env: Record<string, string> = {}) => {
    const values = { MODEL_REPOSITORY: server.url, MODEL_REVISION: 'v1', MODEL_PATH: 'data', GIT_TOKEN: 'sesame' };
    return place.run(DVC_SCRIPT, { ...values, ...env });
  };

  test('are those of the revision, from a repository that asks for a token', async () => {
    const { code, log } = await run({ MODEL_REMOTE: 's3' });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(readFileSync(join(place.target, 'file'), 'utf8')).toBe('first');
    // the program runs as another user
    expect(statSync(join(place.target, 'file')).mode & 0o004).toBe(0o004);
    expect(place.record()).toEqual([expect.stringContaining('--rev v1 --remote s3 --out')]);
    expect(log).not.toContain('sesame');
    expect((await run()).log).toContain('is there already');
    expect(place.record()).toHaveLength(1);
  });

  test.each([
    ['a wrong token', { GIT_TOKEN: 'open' }],
    ['a revision that is not there', { MODEL_REVISION: 'v2' }],
  ])('%s ends in an error, after some attempts', async (_what, env) => {
    const { code, log } = await run(env);
    expect(code).toBe(1);
    expect(log).toContain('attempt 5 of 5 failed');
    expect(existsSync(place.target)).toBe(false);
  });
});
