import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './paths';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program that must not need a network: in a namespace that has none where the kernel allows that, and with
 * proxies that nobody answers for everywhere. It finds no settings of the user's: what it says is the same anywhere.
 */
export function runOffline(
  program: string,
  args: readonly string[],
  settings: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const child = startOffline(program, args, settings);
  child.stdin.end();
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** The same for a program that is told what to do, and goes on until its input ends. */
export function startOffline(program: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const home = join(CACHE, 'home');
  mkdirSync(home, { recursive: true });
  const [command, ...before] = [...withoutNetwork(), program];
  return spawn(command, [...before, ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ...nobodyAnswers(), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

let cut: string[] | undefined;

/** The words before a command that take the network from it; none where this user may not. */
export function withoutNetwork(): string[] {
  cut ??= [
    ['unshare', '--net'],
    ['unshare', '--map-root-user', '--net'],
  ].find(([program, ...args]) => spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0);
  cut ??= [];
  return cut;
}

function nobodyAnswers(): NodeJS.ProcessEnv {
  const nobody = 'http://127.0.0.1:9';
  const names = ['http_proxy', 'https_proxy', 'all_proxy'];
  return Object.fromEntries(names.flatMap((name) => [name, name.toUpperCase()].map((key) => [key, nobody])));
}
