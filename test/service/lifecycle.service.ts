import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, post } from './support/http';
import { readImage } from './support/image';
import { CACHE, onHostPath } from './support/process';
import { runInImage } from './support/reference';
import { Service, stopAll } from './support/service';

const APPLICANT = { income: 52000, debt: 9000, age: 41, history_score: 780 };

let folder: string | undefined;

afterEach(async () => {
  await stopAll();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** A folder of the host that the service sees at /models, with the trained model in it. */
function modelFolder(): { file: string; change: { env: Record<string, string>; binds: any[] } } {
  mkdirSync(CACHE, { recursive: true });
  const to = mkdtempSync(join(CACHE, 'models-'));
  folder = to;
  chmodSync(to, 0o755);
  const trained = onHostPath('/app/models', readImage().binds);
  for (const name of ['credit_risk.joblib', 'credit_risk.joblib.sha256'])
    copyFileSync(join(trained, name), join(to, name));
  const env = { MODEL_PATH: '/models/credit_risk.joblib' };
  return {
    file: join(to, 'credit_risk.joblib'),
    change: { env, binds: [{ from: to, to: '/models' }] },
  };
}

describe('start', () => {
  test('the start-up probe of the manifest succeeds well within its budget', async () => {
    const service = await Service.start();
    const { startupProbe, readinessProbe } = service.declared;
    const probe = startupProbe ?? readinessProbe;
    await service.until(() => service.probe(probe), 30);
    const seconds = (Date.now() - service.startedAt) / 1000;
    const budget = (probe.initialDelaySeconds ?? 0) + (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
    expect(seconds).toBeLessThan(budget / 2);
    expect(await service.probe(readinessProbe)).toBe(true);
    expect(await service.probe(service.declared.livenessProbe)).toBe(true);
  });

  test('runs as the user of the manifest, without rights, on a root that it cannot write to', async () => {
    const service = await Service.ready();
    if (!service.image.sandboxed)
      return console.log('not checked: this machine cannot give the service a root of its own');
    const status = execFileSync('cat', [`/proc/${service.pid()}/status`]).toString();
    expect(status).toMatch(new RegExp(`^Uid:(\\s+${service.declared.user}){4}$`, 'm'));
    expect(status).toMatch(new RegExp(`^Gid:(\\s+${service.declared.group}){4}$`, 'm'));
    expect(status).toMatch(/^CapEff:\s+0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    const mounts = execFileSync('cat', [`/proc/${service.pid()}/mounts`])
      .toString()
      .trim()
      .split('\n');
    const writable = mounts.filter((mount) => / (rw|rw,\S*) \d \d$/.test(mount)).map((mount) => mount.split(' ')[1]);
    const devices = ['/dev/null', '/dev/zero', '/dev/full', '/dev/random', '/dev/urandom', '/dev/shm', '/proc'];
    expect(writable.filter((path) => !devices.includes(path)).sort()).toEqual([...service.declared.scratch].sort());
  });

  test('fits the memory that the manifest asks for', async () => {
    const service = await Service.ready();
    await Promise.all(Array.from({ length: 100 }, () => post(service.port, APPLICANT)));
    const { text } = await call(service.port, { path: '/metrics' });
    const [, resident] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
    if (resident === undefined) return console.log('not checked: only Linux tells a process its memory');
    const [, number, unit] = /^(\d+)(Mi|Gi)$/.exec(service.declared.memoryRequest)!;
    expect(Number(resident)).toBeLessThan(Number(number) * 2 ** (unit === 'Mi' ? 20 : 30));
  });
});

describe('readiness is not liveness', () => {
  test('while the model is still being read: alive, not ready, and no prediction; then ready', async () => {
    const { file, change } = modelFolder();
    const payload = execFileSync('cat', [file]);
    rmSync(file);
    // A named pipe is a file that takes as long to read as its writer likes: a slow volume.
    execFileSync('mkfifo', ['-m', '644', file]);
    const service = await Service.start(change);
    const { livenessProbe, readinessProbe } = service.declared;
    await service.until(() => service.probe(livenessProbe), 30);
    for (let i = 0; i < 10; i++) {
      expect(await service.probe(livenessProbe)).toBe(true);
      expect(await service.probe(readinessProbe)).toBe(false);
      await sleep(100);
    }
    const early = await post(service.port, APPLICANT);
    expect(early.status).toBe(503);
    expect(early.headers['retry-after']).toBe('1');
    await writeFile(file, payload);
    await service.until(() => service.probe(readinessProbe), 30);
    expect((await post(service.port, APPLICANT)).status).toBe(200);
  });

  test('SIGTERM ends it at once also while the model is still being read', async () => {
    const { file, change } = modelFolder();
    rmSync(file);
    execFileSync('mkfifo', ['-m', '644', file]);
    const service = await Service.start(change);
    await service.until(() => service.probe(service.declared.livenessProbe), 30);
    service.signal('SIGTERM');
    expect([0, 'SIGTERM']).toContain(await service.endsWithin(5));
  });

  test('both hold under more load than the service can take', async () => {
    const service = await Service.ready();
    const { livenessProbe, readinessProbe, port } = service.declared;
    const agent = new Agent({ keepAlive: true, maxSockets: 100 });
    const until = Date.now() + 5000;
    let served = 0;
    const client = async () => {
      while (Date.now() < until) {
        const { status } = await post(port, APPLICANT, { agent });
        if (status === 200) served++;
      }
    };
    const clients = Promise.all(Array.from({ length: 100 }, client));
    const outcomes: boolean[] = [];
    while (Date.now() < until) {
      outcomes.push(await service.probe(livenessProbe), await service.probe(readinessProbe));
      await sleep(100);
    }
    await clients;
    agent.destroy();
    expect(outcomes).not.toContain(false);
    expect(outcomes.length).toBeGreaterThan(10);
    expect(served).toBeGreaterThan(50);
  });
});

describe('a model that is not what was trained ends the process, and says why', () => {
  test('damaged', async () => {
    const { file, change } = modelFolder();
    writeFileSync(file, Buffer.concat([execFileSync('cat', [file]), Buffer.from('x')]));
    const service = await Service.start(change);
    expect(await service.endsWithin(30)).toBe(3);
    expect(service.logs().at(-1)).toMatchObject({
      level: 'CRITICAL',
      message: expect.stringMatching(
        /^model refused: .*credit_risk\.joblib has SHA-256 [0-9a-f]{64}, expected [0-9a-f]{64}$/,
      ),
    });
  });

  test('a pickle of somebody else is not even opened when the manifest pins the checksum', async () => {
    const { file, change } = modelFolder();
    // Runs a command when it is unpickled; its checksum beside it is right.
    const evil = `cos\nsystem\n(S'echo pickle ran'\ntR.`;
    writeFileSync(file, evil);
    const sum = execFileSync('sha256sum', [file]).toString();
    writeFileSync(`${file}.sha256`, sum);
    const pinned = { ...change, env: { ...change.env, MODEL_SHA256: '0'.repeat(64) } };
    const service = await Service.start(pinned);
    expect(await service.endsWithin(30)).toBe(3);
    expect(service.output).not.toContain('pickle ran\n');
  });

  test.each([
    [
      'the model is missing',
      { MODEL_PATH: '/nowhere/model.joblib' },
      3,
      'cannot read /nowhere/model.joblib.sha256: No such file',
    ],
    ['LOG_LEVEL is unknown', { LOG_LEVEL: 'loud' }, 1, "LOG_LEVEL is 'loud', expected one of DEBUG, INFO"],
  ])('%s', async (_, env, code, message) => {
    const service = await Service.start({ env });
    expect(await service.endsWithin(30)).toBe(code);
    expect(service.output).toContain(message);
  });

  test('trained for other features, or with another scikit-learn', async () => {
    const program = `
import sys; sys.path.insert(0, '.'); sys.path.insert(0, '/app')
import pathlib, model, train
for change in ({'features': ('income',)}, {'scikit_learn': '0.1'}):
    bundle = {**train.train(500, 1), **change}
    path = pathlib.Path('/tmp/credit-risk-test.joblib')
    train.save(bundle, path)
    try: model.load_model(path)
    except model.ModelRefused as refused: print(refused)
    path.unlink()
`;
    // The training code is in the build context, not in the image.
    const training = join(__dirname, '../../apps/credit-risk/service');
    const image = readImage();
    const running = runInImage(['python', '-c', program], {
      ...image,
      binds: [...image.binds, { from: training, to: '/training' }],
      env: { ...image.env, PYTHONPATH: '/training' },
    });
    expect(await running.ended).toBe(0);
    const [features, version] = running.output.trim().split('\n');
    expect(features).toMatch(
      /^the model was trained with features \('income',\), this code has \('log_income', .*: train it again$/,
    );
    expect(version).toMatch(/^the model was trained with scikit_learn '0\.1', this code has '[\d.]+': train it again$/);
  });
});

test('LOG_LEVEL decides what is logged', async () => {
  const service = await Service.ready({ env: { LOG_LEVEL: 'WARNING' } });
  await post(service.port, APPLICANT);
  expect(service.output).toBe('');
});
