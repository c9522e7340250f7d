import { checkFolder } from '../../internal/checks/paths';
import { checkBytes, checkCpu } from '../../internal/checks/quantities';
import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { EnvVar } from '../../internal/kubernetes';
import { bytes, quantity } from '../../internal/quantity';
import { checkImage } from '../image';
import type { SecretPlan } from '../secret/plan';
import type { SecretSource } from '../secret/secret-source';
import { DOWNLOAD, MODEL_SOURCE } from './defaults';
import type { SourceContext } from './definition';
import type { DownloadOptions, ModelSourceOptions } from './options';
import type { SourcePlan } from './plan';
import { type EnvironmentUse, passedEnvironment } from './pod-environment';

/** Refuses what is wrong in the options of any source that mounts a volume. */
export function checkMounted(check: Checker, options: ModelSourceOptions & { readonly path?: string }): void {
  if (options.size !== undefined) checkBytes(check.at('size'), options.size);
  checkFolder(check.at('mountPath'), options.mountPath);
  if (options.path !== undefined) checkBelow(check.at('path'), options.path, mountPathOf(options));
}

/** Refuses what is wrong in the options of any source that downloads. */
export function checkDownload(check: Checker, options: DownloadOptions): void {
  checkMounted(check, options);
  if (options.image !== undefined) checkImage(check.at('image'), options.image);
  if (options.cpu !== undefined) checkCpu(check.at('cpu'), options.cpu);
  if (options.memory !== undefined) checkBytes(check.at('memory'), options.memory);
}

export function mountPathOf(options: ModelSourceOptions): string {
  return options.mountPath ?? MODEL_SOURCE.values.mountPath;
}

/** Where the model is in the server: `path` (relative or absolute), or `name`, below the mount. */
export function targetOf(options: ModelSourceOptions & { readonly path?: string }, name: string): string {
  const mountPath = mountPathOf(options);
  return `${mountPath}/${relative(options.path ?? name, mountPath)}`;
}

function relative(path: string, mountPath: string): string {
  const below = path.startsWith(`${mountPath}/`) ? path.slice(mountPath.length + 1) : path;
  return below.replace(/\/+$/, '');
}

/** The last part of an address, which is what the model is called unless it is told otherwise. */
export function lastPart(address: string): string {
  return (
    address
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .pop() ?? ''
  );
}

/** True for what can be the name of a file or folder. */
export function isFileName(name: string): boolean {
  return !/^\.{0,2}$|[\s/]/.test(name);
}

/** The tool that a kind of download needs, and the public image that has it. */
export interface DownloadTool {
  readonly image: string;
  /** Numeric user that the image is made for, or can run as. */
  readonly user: number;
  readonly memory: string;
  readonly script: string;
  readonly environment: EnvironmentUse;
}

/** The plan of a source that an init container fills a scratch volume from. */
export function downloadPlan(
  kind: string,
  options: DownloadOptions,
  target: string,
  tool: DownloadTool,
  env: Record<string, string | undefined>,
  secrets: { readonly env: readonly EnvVar[]; readonly plans: readonly SecretPlan[] },
  { pod = {} }: SourceContext,
): SourcePlan {
  const plain = Object.entries({ ...env, MODEL_TARGET: target }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  const own = [...plain, ...secrets.env];
  const passed = passedEnvironment(pod, tool.environment);
  return {
    kind,
    mountPath: mountPathOf(options),
    modelPath: target,
    volume: { type: 'scratch', sizeLimit: options.size && bytes(quantity(options.size) * 1.1) },
    download: {
      image: options.image ?? tool.image,
      command: ['sh', '-c'],
      args: [tool.script],
      env: [...own, ...passed.env.filter(({ name }) => !own.some((one) => one.name === name))],
      files: passed.files,
      user: tool.user,
      cpu: options.cpu ?? DOWNLOAD.values.cpu,
      memory: options.memory ?? tool.memory,
    },
    size: options.size,
    ...secretsOf(secrets.plans),
  };
}

export function secretsOf(plans: readonly SecretPlan[]): Pick<SourcePlan, 'secrets' | 'secretPlans'> {
  return {
    secrets: Object.fromEntries(plans.filter((plan) => plan.existing).map((plan) => [plan.secretName, plan.keys])),
    secretPlans: plans,
  };
}

/** Refuses credentials that the download does not get: files are mounted in the server only. Gives the others. */
export function checkCredentials(check: Checker, source: SecretSource | undefined): SecretPlan | undefined {
  const plan = source && decide(check, source._definition, undefined);
  if (!plan?.files) return plan;
  check.at('mountPath').refuse(plan.files.path, 'environment variables', 'leave mountPath out');
  return undefined;
}

/** Refuses a source with several keys where one value is expected; of several, the one named `preferred` is used. */
export function checkOneKey(check: Checker, source: SecretSource | undefined, preferred?: string): void {
  const plan = checkCredentials(check, source);
  if (plan && plan.env.length !== 1 && !plan.env.some(({ name }) => name === preferred))
    check.refuse(
      plan.env.map(({ name }) => name).join(', '),
      preferred ? `one key, or one called ${preferred}` : 'one key',
      preferred ? `name the key, for example env: { ${preferred}: 'token' }` : 'name the one that holds the value',
    );
}

/** The one value of a source, under the name that the tool knows it by. */
export function oneKeyAs(name: string, source: SecretSource | undefined): { env: EnvVar[]; plans: SecretPlan[] } {
  if (!source) return { env: [], plans: [] };
  const plan = source._definition.plan();
  const variable = plan.env.find((one) => one.name === name) ?? plan.env[0];
  return { env: [{ name, valueFrom: variable.valueFrom }], plans: [plan] };
}

/** All variables of a source, as they are. */
export function allKeys(source: SecretSource | undefined): { env: readonly EnvVar[]; plans: SecretPlan[] } {
  const plan = source?._definition.plan();
  return plan ? { env: plan.env, plans: [plan] } : { env: [], plans: [] };
}

/** The factory that an address is for, as its scheme says, where it is not this one's. */
export function otherSource(url: unknown): string | undefined {
  const scheme = /^(s3|gs|hf|models|oci):/.exec(String(url))?.[1];
  const factories: Record<string, string> = {
    s3: 'ModelSource.s3',
    gs: 'ModelSource.gcs',
    hf: 'ModelSource.huggingFace',
    models: 'ModelSource.mlflow',
    oci: 'ModelSource.ociImage',
  };
  return scheme && `use ${factories[scheme]} for it`;
}

function checkBelow(check: Checker, path: string, mountPath: string): void {
  const expected = `a path below ${mountPath}`;
  const parts = typeof path === 'string' ? relative(path, mountPath).split('/') : [''];
  if (parts[0] === '' && /^\/+[^/]/.test(path) && path !== `${mountPath}/`)
    check.refuse(path, expected, `write '${mountPath}${path}', or set mountPath to its folder`);
  else if (!parts.every(isFileName))
    check.refuse(path, expected, "write it without spaces, '.' and '..', for example 'churn/model.pkl'");
}
