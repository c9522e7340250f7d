import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the API server warned of: deprecated versions, Pod Security, fields that it ignores. */
  readonly warnings: string[];
}

export interface Identity {
  readonly user: string;
  readonly groups: string[];
}

const FIELD_MANAGER = 'cluster-test';

/** kubectl against one control plane. Nothing here throws on a refusal: tests look at the outcome. */
export class Kubectl {
  private readonly home: string;

  constructor(
    private readonly binary: string,
    private readonly kubeconfig: string,
    folder: string,
  ) {
    // Discovery of one control plane must not be taken from the cache of another on the same port.
    this.home = join(folder, 'kubectl');
    mkdirSync(this.home, { recursive: true });
  }

  run(args: string[], input?: string): Promise<Outcome> {
    const all = [`--kubeconfig=${this.kubeconfig}`, `--cache-dir=${this.home}`, ...args];
    return new Promise((resolve, reject) => {
      const child = spawn(this.binary, all, { env: { PATH: process.env.PATH, HOME: this.home } });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
      });
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr, warnings: warningsIn(stderr) }));
      child.stdin.end(input ?? '');
    });
  }

  /** `kubectl apply --server-side` with strict field validation, as Flux and Argo CD's server-side mode do. */
  applyServerSide(path: string, ...more: string[]): Promise<Outcome> {
    return this.run([
      'apply',
      '--server-side',
      `--field-manager=${FIELD_MANAGER}`,
      '--validate=strict',
      ...from(path),
      ...more,
    ]);
  }

  /** What a person types: the three-way merge of `kubectl apply`. */
  apply(path: string, ...more: string[]): Promise<Outcome> {
    return this.run(['apply', '--validate=strict', ...from(path), ...more]);
  }

  /** Exit code 0: the cluster holds just this; 1: stdout shows the difference; more: kubectl failed. */
  diff(path: string): Promise<Outcome> {
    return this.run(['diff', ...from(path)]);
  }

  diffServerSide(path: string): Promise<Outcome> {
    return this.run(['diff', '--server-side', `--field-manager=${FIELD_MANAGER}`, ...from(path)]);
  }

  /** The live objects of the manifests at the path. */
  async getAll(path: string): Promise<any[]> {
    const outcome = await this.run(['get', ...from(path), '-o', 'json']);
    if (outcome.code !== 0) throw new Error(`kubectl get -f ${path}: ${outcome.stderr}`);
    const answer = JSON.parse(outcome.stdout);
    return answer.kind === 'List' ? answer.items : [answer];
  }

  delete(path: string): Promise<Outcome> {
    return this.run(['delete', '--ignore-not-found', '--wait=false', ...from(path)]);
  }

  /** Whether a member of the groups may do it; the answer is RBAC's own. */
  async canI(who: Identity, verb: string, resource: string, namespace: string): Promise<boolean> {
    const [name, subresource] = resource.split('/');
    const part = subresource ? [`--subresource=${subresource}`] : [];
    const where = `--namespace=${namespace}`;
    const outcome = await this.run(['auth', 'can-i', verb, name, ...part, ...asIdentity(who), where]);
    const answer = outcome.stdout.trim().split(/\s/)[0];
    if (answer !== 'yes' && answer !== 'no')
      throw new Error(`kubectl auth can-i ${verb} ${resource}: ${outcome.stderr}`);
    return answer === 'yes';
  }
}

/** Flags that make kubectl speak for somebody else; the API server then asks RBAC about the groups themselves. */
export function asIdentity(who: Identity): string[] {
  return [`--as=${who.user}`, ...who.groups.map((group) => `--as-group=${group}`)];
}

function from(path: string): string[] {
  return ['--recursive', '-f', path];
}

function warningsIn(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('Warning: ') ? [line.slice('Warning: '.length)] : []));
}
