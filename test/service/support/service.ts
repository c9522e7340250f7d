import { setTimeout as sleep } from 'node:timers/promises';
import { call, LOOPBACK } from './http';
import { type Image, readImage } from './image';
import { type Declared, type HttpProbe, readManifest } from './manifest';
import { type Bind, launch, type Running } from './process';

const started = new Set<Service>();

/** The service as the manifest starts it, but on the loopback address of this machine only. */
export class Service {
  readonly startedAt = Date.now();

  private constructor(
    readonly declared: Declared,
    readonly image: Image,
    private readonly running: Running,
  ) {}

  /**
   * Starts the very command, arguments, environment and user of the manifest. One thing differs: the host to listen on is
   * a loopback address where the manifest says 0.0.0.0, so that nothing outside this machine can connect while tests run.
   */
  static async start(change: { env?: Record<string, string>; binds?: Bind[] } = {}): Promise<Service> {
    const image = readImage();
    const declared = readManifest(image);
    await untilFree(declared.port);
    const running = launch({
      argv: declared.argv.map((argument) => argument.replace(/\b0\.0\.0\.0$/, LOOPBACK)),
      env: { ...image.env, ...declared.env, ...change.env },
      workdir: image.workdir,
      user: declared.user,
      group: declared.group,
      binds: [...image.binds, ...(change.binds ?? [])],
      scratch: declared.scratch,
      sandboxed: image.sandboxed,
      python: image.python,
    });
    const service = new Service(declared, image, running);
    started.add(service);
    return service;
  }

  /** Starts it and waits until its readiness probe succeeds. */
  static async ready(change: Parameters<typeof Service.start>[0] = {}): Promise<Service> {
    const service = await Service.start(change);
    await service.until(() => service.probe(service.declared.readinessProbe), 60);
    return service;
  }

  get port(): number {
    return this.declared.port;
  }

  get output(): string {
    return this.running.output;
  }

  get ended(): Promise<number | string> {
    return this.running.ended;
  }

  pid(): number {
    return this.running.pid();
  }

  /** What the service has logged so far, each line read as JSON. */
  logs(): any[] {
    const complete = this.output.slice(0, this.output.lastIndexOf('\n') + 1);
    return complete
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  /** One probe as the kubelet makes it: success is a status from 200 to 399 within the timeout. */
  async probe(probe: HttpProbe): Promise<boolean> {
    try {
      const headers = { 'user-agent': 'kube-probe/1.33', connection: 'close' };
      const { status } = await call(this.port, {
        path: probe.httpGet.path,
        headers,
        timeoutSeconds: probe.timeoutSeconds ?? 1,
      });
      return status >= 200 && status < 400;
    } catch {
      return false;
    }
  }

  /** Waits for something to become true, and fails with the log where it does not, or where the service ends instead. */
  async until(condition: () => Promise<boolean>, seconds: number): Promise<void> {
    let end: number | string | undefined;
    this.ended.then((how) => {
      end = how;
    });
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(50)) {
      if (end !== undefined) throw new Error(`the service ended with ${end}:\n${this.output}`);
      if (await condition()) return;
    }
    throw new Error(`not within ${seconds} s:\n${this.output}`);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.pid(), name);
  }

  /** How it ended, or an error where it is still there after the time. */
  async endsWithin(seconds: number): Promise<number | string> {
    const late = sleep(seconds * 1000, undefined, { ref: false });
    const how = await Promise.race([this.ended, late]);
    if (how === undefined) throw new Error(`still running after ${seconds} s:\n${this.output}`);
    return how;
  }

  /** Ends this one process, whatever state it is in. */
  async stop(): Promise<void> {
    started.delete(this);
    this.running.child.kill('SIGKILL');
    await this.ended;
  }
}

/** For `afterEach` and `afterAll`: ends what a test, failed or not, has left running. */
export async function stopAll(): Promise<void> {
  await Promise.all([...started].map((service) => service.stop()));
}

/** Another test file may have it for as long as its longest test takes, where all share one address. */
async function untilFree(port: number): Promise<void> {
  for (const deadline = Date.now() + (process.platform === 'linux' ? 0 : 60_000); await answers(port); await sleep(500))
    if (Date.now() >= deadline) throw new Error(`something listens on port ${port} already: stop it first`);
}

async function answers(port: number): Promise<boolean> {
  return call(port, { path: '/', timeoutSeconds: 1 }).then(
    () => true,
    (error) => error.code !== 'ECONNREFUSED',
  );
}
