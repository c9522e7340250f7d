import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, JUDGES } from './paths';

export type GoTool = 'kubeconform' | 'kube-score' | 'helm';

const GO_TOOLS: { [tool in GoTool]: { readonly module: string; readonly version: string } } = {
  kubeconform: { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.8.0' },
  'kube-score': { module: 'github.com/zegl/kube-score/cmd/kube-score', version: 'v1.20.0' },
  // no judge: what `helm create` makes is judged beside ours
  helm: { module: 'helm.sh/helm/v3/cmd/helm', version: 'v3.22.0' },
};

/** The versions of checkov and of all that it needs; pip takes from it what the Python at hand wants. */
const CONSTRAINTS = join(JUDGES, 'checkov-constraints.txt');

export function versionOf(tool: GoTool | 'checkov'): string {
  if (tool !== 'checkov') return GO_TOOLS[tool].version;
  const version = /^checkov==(\S+)$/m.exec(readFileSync(CONSTRAINTS, 'utf8'))?.[1];
  if (!version) throw new Error(`${CONSTRAINTS} does not name a version of checkov`);
  return version;
}

/** Builds or installs what is not in the cache; says what it does, for that is what takes long. */
export function install(tools: readonly (GoTool | 'checkov')[], say: (line: string) => void): void {
  for (const tool of tools) {
    const program = pathOf(tool);
    if (existsSync(program)) continue;
    const begun = Date.now();
    say(`installing ${tool} ${versionOf(tool)}`);
    if (tool === 'checkov') installCheckov();
    else goInstall(tool);
    if (!existsSync(program)) throw new Error(`${tool} was installed, but not as ${program}`);
    say(`installed ${tool} in ${Math.round((Date.now() - begun) / 1000)} s`);
  }
}

export function pathOf(tool: GoTool | 'checkov'): string {
  return tool === 'checkov' ? join(folderOf(tool), 'bin', 'checkov') : join(folderOf(tool), tool);
}

export function interpreterOfCheckov(): string {
  return join(folderOf('checkov'), 'bin', 'python');
}

function folderOf(tool: GoTool | 'checkov'): string {
  const platform = `${process.platform}-${process.arch}`;
  if (tool !== 'checkov') return join(CACHE, `${tool}-${versionOf(tool)}_${platform}`);
  const constraints = createHash('sha256').update(readFileSync(CONSTRAINTS)).digest('hex').slice(0, 8);
  return join(CACHE, `checkov-${versionOf(tool)}-${constraints}_${platform}`);
}

function goInstall(tool: GoTool): void {
  const { module, version } = GO_TOOLS[tool];
  need('go', ['version'], `${tool} is built by go install ${module}@${version}: install Go`);
  const unfinished = `${folderOf(tool)}.${process.pid}`;
  // GOFLAGS of the machine may say -mod=vendor or the like, which go install refuses
  const env = { ...process.env, CGO_ENABLED: '0', GOBIN: unfinished, GOFLAGS: '-buildvcs=false', GOWORK: 'off' };
  mkdirSync(unfinished, { recursive: true });
  must('nice', ['-n', '19', 'go', 'install', '-ldflags=-s -w', `${module}@${version}`], env);
  settle(unfinished, folderOf(tool));
}

/** Made where it stays: a virtual environment knows its own path. A file tells that it is whole. */
function installCheckov(): void {
  need('python3', ['-m', 'venv', '--help'], 'checkov comes from PyPI: install Python 3.10 or newer with venv');
  const folder = folderOf('checkov');
  const whole = join(folder, 'bin', 'checkov');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  must('python3', ['-m', 'venv', folder]);
  const wanted = ['install', '--quiet', '--disable-pip-version-check', '-c', CONSTRAINTS, 'checkov'];
  try {
    must('nice', ['-n', '19', join(folder, 'bin', 'pip'), ...wanted]);
  } catch (error) {
    rmSync(whole, { force: true });
    throw error;
  }
}

function settle(unfinished: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function need(program: string, args: string[], otherwise: string): void {
  if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0)
    throw new Error(`there is no working "${program}". ${otherwise}, or add it to the PATH.`);
}

function must(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status, signal, error, stderr } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return;
  const end = (stderr ?? '').trimEnd().split('\n').slice(-20).join('\n');
  throw new Error(`${[program, ...args].join(' ')} ended with ${error?.message ?? status ?? signal}\n${end}`);
}
