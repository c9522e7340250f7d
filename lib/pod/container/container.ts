import { checkContainerPath } from '../../internal/checks/paths';
import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { ResourceRequirements } from '../../internal/kubernetes';
import { checkName, shortName } from '../../internal/names';
import type { ClusterTarget } from '../../values/cluster-target';
import type { GuardRails } from '../../values/guard-rails';
import { checkImage } from '../../values/image';
import type { SecretPlan } from '../../values/secret/plan';
import { checkBounds } from '../bounds';
import type { ContainerPlan } from '../plan';
import type { PodStorage } from '../storage';
import { addWritable, type WritableFolder } from '../writable';
import { type ConfigMapNaming, type ConfigMapPlan, checkEntries, planConfigMap } from './config-maps';
import {
  checkVariables,
  decideVariables,
  type GivenSecrets,
  type OwnEnvironment,
  planEnv,
  planEnvFrom,
} from './environment';
import type { ContainerProps } from './props';

/** One container as its owner wants it: a server, a sidecar, an init container, a role of a training job, a step. */
export interface ContainerRequest
  extends Pick<
    ContainerPlan,
    | 'name'
    | 'command'
    | 'args'
    | 'ports'
    | 'startupProbe'
    | 'readinessProbe'
    | 'livenessProbe'
    | 'preStop'
    | 'sidecar'
    | 'user'
    | 'capabilities'
    | 'readOnlyRoot'
  > {
  readonly image: string;
  /** Decided before; nothing where the amounts are at fault. */
  readonly resources: ResourceRequirements;
  /** The prop that has the amounts. @default - `compute` */
  readonly computeAt?: Checker;
  /** What the user gave; checked here. */
  readonly props: ContainerProps;
  readonly environment?: OwnEnvironment;
  /** What it writes to, though its root is read-only; `/tmp` is among them where it needs one. */
  readonly writable?: readonly WritableFolder[];
  /** Size of `/dev/shm`, a quantity, where the 64 MB of the container runtime are not enough. */
  readonly sharedMemory?: string;
  /** Where `configFiles` are mounted unless the user says otherwise. */
  readonly configPath?: string;
  /** Where a file of `configFiles` was given. @default - `configFiles` and the name of the file */
  readonly filesAt?: (file: string) => Checker;
  readonly configMaps: { readonly env: ConfigMapNaming; readonly files: ConfigMapNaming };
  /** Prefix of the names of its volumes; none for the main container of the pod. */
  readonly volumePrefix?: string;
}

/** What a container must know of its pod. */
export interface ContainerContext {
  readonly target: ClusterTarget;
  readonly rails?: GuardRails;
  readonly storage: PodStorage;
}

/** A container, and what its workload has to make or to find for it. */
export interface PlannedContainer {
  readonly container: ContainerPlan;
  readonly configMaps: readonly ConfigMapPlan[];
  readonly secrets: readonly SecretPlan[];
  /** Secrets with the place where each was given. */
  readonly given: GivenSecrets;
  /** `Kind/name` of other objects that have to exist. */
  readonly needs: readonly string[];
  /** Files of the main container that this one reads, too. */
  readonly files?: readonly string[];
}

export const CONFIG_PATH = '/etc/config';

/** Checks and decides everything about one container. `check` is at the props that hold the container's. */
export function planContainer(check: Checker, request: ContainerRequest, context: ContainerContext): PlannedContainer {
  const { props, name, environment = {} } = request;
  checkImage(check.at('image'), request.image);
  checkBounds(request.computeAt ?? check.at('compute'), request.resources, context.rails);
  checkEntries(check.at('config'), props.config, 'configVariable');
  checkEntries(check.at('configFiles'), props.configFiles, 'key', request.filesAt);
  checkEntries(check.at('env'), props.env, 'env');
  props.configMaps?.forEach((map, i) => {
    checkName(check.at('configMaps').at(i), map.name, 'subdomain', 'give the ConfigMap a name');
  });
  const given = planSecrets(check, props);
  const { target, rails } = context;
  const variables = decideVariables(check, props, { target, rails, resources: request.resources });
  checkVariables(check, props, environment, given);
  const config = planConfigMap(props.config, request.configMaps.env);
  const files = planConfigMap(props.configFiles, request.configMaps.files);
  const needs = mountVolumes(check, props, name, context);
  mountFiles(check, request, files, context.storage);
  mountSecrets(request, given, context.storage);
  const mounts = context.storage.of(name);
  for (const folder of request.writable ?? []) addWritable(check, context.storage, mounts, folder);
  mountSharedMemory(check.at('sharedMemory'), request, context.storage);
  return {
    container: {
      name,
      image: request.image,
      command: request.command,
      args: request.args,
      ports: request.ports,
      startupProbe: request.startupProbe,
      readinessProbe: request.readinessProbe,
      livenessProbe: request.livenessProbe,
      preStop: request.preStop,
      sidecar: request.sidecar,
      user: request.user,
      capabilities: request.capabilities,
      readOnlyRoot: request.readOnlyRoot,
      env: planEnv(props, environment, variables, given),
      envFrom: planEnvFrom(props, config),
      resources: request.resources,
      mounts: mounts.list,
    },
    configMaps: [config, files].filter((one): one is ConfigMapPlan => one !== undefined),
    secrets: given.map(({ plan }) => plan),
    given,
    needs: [...needs, ...foreignConfigMaps(props), ...[...variables.values()].flatMap((one) => one.needs ?? [])],
  };
}

function planSecrets(check: Checker, { secrets = [] }: ContainerProps): GivenSecrets {
  return secrets.flatMap((secret, i) => {
    const at = check.at('secrets').at(i);
    const plan = decide(at, secret._definition, undefined);
    return plan ? [{ at, plan }] : [];
  });
}

/** The user's own volumes; gives what they need. */
function mountVolumes(
  check: Checker,
  { volumes = [] }: ContainerProps,
  container: string,
  { target, rails, storage }: ContainerContext,
): string[] {
  return volumes.flatMap((volume, i) => {
    const at = check.at('volumes').at(i);
    const plan = decide(at, volume._definition, { target, rails, container });
    if (!plan) return [];
    storage.add(at.at('name'), 'volumes', plan.volume, plan.volume.emptyDir?.sizeLimit);
    storage.of(container).mount(at.at('mountPath'), 'volumes', plan.mount);
    return [...(plan.needs ?? [])];
  });
}

function mountFiles(
  check: Checker,
  { name, props, configPath, volumePrefix }: ContainerRequest,
  files: ConfigMapPlan | undefined,
  storage: PodStorage,
): void {
  const at = check.at('configPath');
  if (props.configPath !== undefined) checkContainerPath(at, props.configPath);
  if (!files) return;
  const volume = volumePrefix === undefined ? 'config-files' : `${volumePrefix}-config`;
  const mountPath = props.configPath ?? configPath ?? CONFIG_PATH;
  storage.add(check.at('configFiles'), 'config', { name: volume, configMap: { name: files.name } });
  storage.of(name).mount(at, 'config', { name: volume, mountPath, readOnly: true });
}

/** Each file of a Secret. A helper has volumes of its own, since the main container may want other keys of the Secret. */
function mountSecrets({ name, volumePrefix }: ContainerRequest, given: GivenSecrets, storage: PodStorage): void {
  given.forEach(({ at, plan: { secretName, files } }, i) => {
    if (!files) return;
    const volume = volumePrefix === undefined ? shortName(`secret-${secretName}`) : `${volumePrefix}-secret-${i}`;
    storage.add(at, 'secrets', { name: volume, secret: { secretName, items: [...files.items] } });
    storage.of(name).mount(at.at('mountPath'), 'secrets', { name: volume, mountPath: files.path, readOnly: true });
  });
}

/** `/dev/shm` is memory that counts against the memory limit of the container. */
function mountSharedMemory(check: Checker, { name, sharedMemory }: ContainerRequest, storage: PodStorage): void {
  if (sharedMemory === undefined) return;
  storage.add(check, 'memory', { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: sharedMemory } });
  storage.of(name).mount(check, 'memory', { name: 'shm', mountPath: '/dev/shm' });
}

/** ConfigMaps that are no objects of this app. */
function foreignConfigMaps({ configMaps = [] }: ContainerProps): string[] {
  return configMaps.filter((map) => !('apiObject' in map)).map((map) => `ConfigMap/${map.name}`);
}
