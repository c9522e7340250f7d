import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

const TOOLS = resolve(__dirname, '..', 'tools');
const CACHE = resolve(__dirname, '..', '..', '..', '.cache', 'control-plane');

export type Binary = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubectl' | 'etcd' | 'kwok';

interface Recipe {
  /** Folder under tools/ whose go.mod pins the version. */
  readonly module: 'kubernetes' | 'etcd' | 'kwok';
  readonly goPackage: string;
}

const RECIPES: { [binary in Binary]: Recipe } = {
  etcd: { module: 'etcd', goPackage: 'go.etcd.io/etcd/server/v3' },
  'kube-apiserver': { module: 'kubernetes', goPackage: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  kubectl: { module: 'kubernetes', goPackage: 'k8s.io/kubernetes/cmd/kubectl' },
  'kube-controller-manager': { module: 'kubernetes', goPackage: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
  'kube-scheduler': { module: 'kubernetes', goPackage: 'k8s.io/kubernetes/cmd/kube-scheduler' },
  kwok: { module: 'kwok', goPackage: 'sigs.k8s.io/kwok/cmd/kwok' },
};

const PINNED_MODULE = {
  kubernetes: 'k8s.io/kubernetes',
  etcd: 'go.etcd.io/etcd/server/v3',
  kwok: 'sigs.k8s.io/kwok',
};

/** The version of Kubernetes, etcd or kwok that go.mod pins, such as "v1.37.2". */
export function pinnedVersion(module: Recipe['module']): string {
  const goMod = readFileSync(join(TOOLS, module, 'go.mod'), 'utf8');
  const name = PINNED_MODULE[module].replaceAll('.', '\\.');
  const found = new RegExp(`^(?:require )?\\s*${name} (v\\S+)`, 'm').exec(goMod);
  if (!found) throw new Error(`test/cluster/tools/${module}/go.mod does not require ${PINNED_MODULE[module]}`);
  return found[1];
}

export const ALL_BINARIES = Object.keys(RECIPES) as Binary[];

/** Where the binaries that this project builds are kept, one folder for each combination of versions. */
export function cacheFolder(): string {
  const versions = (['kubernetes', 'etcd', 'kwok'] as const).map((module) => `${module}-${pinnedVersion(module)}`);
  return join(CACHE, `${versions.join('_')}_${process.platform}-${process.arch}`);
}

/** The binary's path, or undefined where it is neither an envtest asset nor built yet. */
export function findBinary(binary: Binary): string | undefined {
  const assets = process.env.KUBEBUILDER_ASSETS;
  const candidates = [...(assets ? [join(assets, binary)] : []), join(cacheFolder(), binary)];
  return candidates.find((path) => existsSync(path));
}

export function binaryPath(binary: Binary): string {
  const path = findBinary(binary);
  if (!path) throw new Error(`${binary} is not built: run npm run test:cluster, which builds what is missing`);
  return path;
}

/** Builds each binary that is neither an envtest asset nor cached; returns what it built. */
export function buildMissing(wanted: Binary[], say: (line: string) => void): Binary[] {
  const missing = wanted.filter((binary) => !findBinary(binary));
  if (missing.length === 0) return [];
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.status !== 0) throw new Error(howToGet(missing));
  for (const binary of missing) build(binary, say);
  return missing;
}

function build(binary: Binary, say: (line: string) => void): void {
  const { module, goPackage } = RECIPES[binary];
  const begun = Date.now();
  say(`building ${binary} ${pinnedVersion(module)} with go build`);
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `.${binary}.${process.pid}`);
  const args = ['build', '-p', String(parallelBuilds()), '-ldflags', linkerFlags(module), '-o', unfinished, goPackage];
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -mod=readonly', GOWORK: 'off' };
  const built = spawnSync('nice', ['-n', '19', 'go', ...args], { cwd: join(TOOLS, module), env, stdio: 'inherit' });
  if (built.status !== 0) throw new Error(`go build of ${binary} failed (exit ${built.status ?? built.signal})`);
  renameSync(unfinished, join(folder, binary));
  say(`built ${binary} in ${Math.round((Date.now() - begun) / 1000)} s`);
}

/** One compiler of k8s.io/kubernetes takes up to 1.5 GB, so few at a time whatever the machine has. */
function parallelBuilds(): number {
  return Number(process.env.CLUSTER_BUILD_JOBS ?? Math.min(4, availableParallelism()));
}

/** kubectl and the API server take their version, and with it the default feature gates, from these variables. */
function linkerFlags(module: Recipe['module']): string {
  if (module !== 'kubernetes') return '-s -w';
  const version = pinnedVersion(module);
  const [major, minor] = version.slice(1).split('.');
  const variables = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const set = Object.entries(variables).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return ['-s', '-w', ...set].join(' ');
}

function howToGet(missing: Binary[]): string {
  const assets = process.env.KUBEBUILDER_ASSETS;
  return [
    `The cluster tests need ${missing.join(', ')}, and there is no "go" to build them.`,
    `Looked in KUBEBUILDER_ASSETS (${assets ?? 'not set'}) and ${cacheFolder()}.`,
    `Install Go ${goVersion()} or newer, or point KUBEBUILDER_ASSETS at a folder that holds them (envtest's has`,
    'kube-apiserver, etcd and kubectl; kube-controller-manager, kube-scheduler and kwok go into the same folder).',
  ].join('\n');
}

function goVersion(): string {
  return /^go (\S+)/m.exec(readFileSync(join(TOOLS, 'kubernetes', 'go.mod'), 'utf8'))?.[1] ?? '';
}
