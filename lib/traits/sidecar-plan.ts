import type { EnvVar, Probe, ResourceRequirements, Volume, VolumeMount } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { Compute } from '../values/compute';
import { resourceRequirements } from '../values/compute-plan';
import type { SecretPlan } from '../values/secret-plan';
import { CUSTOM_SIDECAR_DEFAULTS, FLUENTD_DEFAULTS, SIDECAR_MOUNT_DEFAULTS } from './defaults';
import { FLUENTD_PATHS, fluentConf } from './fluentd';
import type { Sidecar } from './sidecar';
import type { CustomSidecarOptions, FluentdOptions, SidecarMount } from './sidecar-options';
import { sidecarProbes } from './sidecar-probes';

/** A sidecar as it was asked for. */
export type SidecarOrder =
  | ({ readonly type: 'custom' } & CustomSidecarOptions)
  | ({ readonly type: 'fluentd' } & FluentdOptions);

/** What a sidecar must know of the workload. */
export interface SidecarContext {
  readonly workloadName: string;
  readonly target: ClusterTarget;
  /** Numbers of the container ports that the server listens on. */
  readonly serverPorts?: readonly number[];
}

/** Fits the pod room's `ContainerPlan`. */
export interface SidecarContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly EnvVar[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly resources: ResourceRequirements;
  readonly mounts: readonly VolumeMount[];
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly preStopCommand?: readonly string[];
  /** True for a native one, an init container; a plain container where the cluster knows none. */
  readonly sidecar: boolean;
  readonly user?: number;
  readonly readOnlyRoot?: boolean;
}

/** Everything decided about one sidecar. */
export interface SidecarPlan {
  readonly container: SidecarContainer;
  /** Of the pod. */
  readonly volumes: readonly Volume[];
  /** Of the server's container: what it shares with the sidecar. */
  readonly serverMounts: readonly VolumeMount[];
  /** Names of volumes whose size somebody chose for what will lie in them. */
  readonly sized: readonly string[];
  readonly secrets: readonly SecretPlan[];
  /** `Kind/name` of objects that its volumes need. */
  readonly needs: readonly string[];
  /** Volumes that the pod has to have for its server. */
  readonly borrows: readonly SidecarMount[];
}

/** Small helpers; what needs more says so. */
const USUAL_COMPUTE: Compute = { cpu: '50m', memory: '64Mi' };

/** Fluentd takes 60 to 80 MB by itself; the rest is for lines that wait to be sent (judgement). */
const FLUENTD_COMPUTE: Compute = { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' };

/** Twice what the buffer of the preset may take. */
const FLUENTD_STATE = '512Mi';

const SCRATCH = '256Mi';

/** Files that the sidecar's ConfigMap holds; empty where it needs none. */
export function sidecarConfig(sidecar: Sidecar, context: SidecarContext): Record<string, string> {
  const order = sidecar._order;
  if (order.type === 'custom') return { ...order.config };
  return { 'fluent.conf': fluentConf(order, context.workloadName) };
}

/**
 * The container, the volumes, and what the server mounts of them.
 *
 * @param configMapName name of the ConfigMap that holds `sidecarConfig`, where that is not empty
 */
export function sidecarPlan(sidecar: Sidecar, context: SidecarContext, configMapName?: string): SidecarPlan {
  const order = sidecar._order;
  return order.type === 'custom'
    ? customPlan(order, context, configMapName)
    : fluentdPlan(order, context, configMapName);
}

/** Pairs of a volume and where the sidecar mounts it; the server mounts those that are shared. */
interface Part {
  readonly volume: Volume;
  readonly mountPath: string;
  readonly readOnly?: boolean;
  readonly shared?: boolean;
}

function customPlan(order: CustomSidecarOptions, context: SidecarContext, configMapName?: string): SidecarPlan {
  const { name, image, command, args, user, ports = [], mounts = [], volumes = [] } = order;
  const { values } = CUSTOM_SIDECAR_DEFAULTS;
  const secrets = (order.secrets ?? []).map((secret) => secret._plan());
  const extra = volumes.map((volume) => volume._definition.plan(context));
  const fixed: Part[] = [
    ...config(name, configMapName, order.configPath ?? values.configPath),
    ...(order.sharedPath === undefined
      ? []
      : [shared(name, order.sharedPath, order.sharedSizeLimit ?? values.sharedSizeLimit)]),
    ...secrets.flatMap((secret, index) => files(`${name}-secret-${index}`, secret)),
  ];
  const mounted = [...fixed.map(mount), ...extra.map((one) => one.mount), ...mounts.map(borrowed)];
  const wanted = (order.writablePaths ?? []).filter((path) => path !== '/tmp');
  const writable = [...(mounted.some(({ mountPath }) => mountPath === '/tmp') ? [] : ['/tmp']), ...wanted];
  const own = writable.map((path) => {
    const volume = path === '/tmp' ? 'tmp' : `writable-${wanted.indexOf(path) + 1}`;
    return scratch(`${name}-${volume}`, path, SCRATCH);
  });
  const env = Object.entries(order.env ?? {}).map(([variable, value]) => ({ name: variable, value }));
  const probes = sidecarProbes(order);
  const container = {
    name,
    image,
    command,
    args,
    user,
    env: [...env, ...secrets.flatMap((secret) => secret.env)],
    ports: ports.map((one) => ({ name: one.name, containerPort: one.port })),
    startupProbe: probes.startup,
    readinessProbe: probes.readiness,
    livenessProbe: probes.liveness,
    preStopCommand: order.preStop,
    readOnlyRoot: order.readOnlyRootFilesystem ?? values.readOnlyRootFilesystem,
  };
  const plan = assemble(container, order.compute ?? USUAL_COMPUTE, context, [...fixed, ...own]);
  return {
    ...plan,
    container: { ...plan.container, mounts: [...mounted, ...own.map(mount)] },
    volumes: [...plan.volumes, ...extra.map((one) => one.volume)],
    sized: [...plan.sized, ...extra.map((one) => one.volume.name)],
    secrets,
    needs: extra.flatMap((one) => one.needs ?? []),
    borrows: mounts,
  };
}

/**
 * Fluentd runs as the pod's own user, not as that of its image: so it can read the server's files whatever their mode,
 * and the image needs nothing of its user.
 */
function fluentdPlan(order: FluentdOptions, context: SidecarContext, configMapName?: string): SidecarPlan {
  const usual = FLUENTD_DEFAULTS.values;
  const name = order.name ?? usual.name;
  const parts: Part[] = [
    ...config(name, configMapName, FLUENTD_PATHS.config),
    shared(name, order.logPath ?? usual.logPath, order.logSizeLimit ?? usual.logSizeLimit),
    scratch(`${name}-state`, FLUENTD_PATHS.state, FLUENTD_STATE),
    scratch(`${name}-tmp`, '/tmp', SCRATCH),
  ];
  const env = [
    field('POD_NAME', 'metadata.name'),
    field('POD_NAMESPACE', 'metadata.namespace'),
    field('NODE_NAME', 'spec.nodeName'),
  ];
  return assemble({ name, image: order.image ?? usual.image, env }, order.compute ?? FLUENTD_COMPUTE, context, parts);
}

function assemble(
  container: Omit<SidecarContainer, 'resources' | 'mounts' | 'sidecar'>,
  compute: Compute,
  { target }: SidecarContext,
  parts: readonly Part[],
): SidecarPlan {
  const sharedParts = parts.filter((part) => part.shared);
  return {
    container: {
      ...container,
      resources: resourceRequirements(compute, target.cloud),
      mounts: parts.map(mount),
      sidecar: target._has('nativeSidecars'),
    },
    volumes: parts.map(({ volume }) => volume),
    serverMounts: sharedParts.map(mount),
    sized: sharedParts.map(({ volume }) => volume.name),
    secrets: [],
    needs: [],
    borrows: [],
  };
}

function mount({ volume, mountPath, readOnly }: Part): VolumeMount {
  return { name: volume.name, mountPath, ...(readOnly ? { readOnly } : {}) };
}

function config(name: string, configMapName: string | undefined, mountPath: string): Part[] {
  if (configMapName === undefined) return [];
  return [{ volume: { name: `${name}-config`, configMap: { name: configMapName } }, mountPath, readOnly: true }];
}

/** Each file of the Secret, in a volume of the sidecar's own: the server may want other keys of the same one. */
function files(name: string, { secretName, files }: SecretPlan): Part[] {
  if (!files) return [];
  const secret = { secretName, items: [...files.items] };
  return [{ volume: { name, secret }, mountPath: files.path, readOnly: true }];
}

function borrowed({ volume, mountPath, readOnly = SIDECAR_MOUNT_DEFAULTS.values.readOnly }: SidecarMount): VolumeMount {
  return { name: volume, mountPath, ...(readOnly ? { readOnly } : {}) };
}

function shared(name: string, mountPath: string, sizeLimit: string): Part {
  return { volume: { name: `${name}-shared`, emptyDir: { sizeLimit } }, mountPath, shared: true };
}

function scratch(name: string, mountPath: string, sizeLimit: string): Part {
  return { volume: { name, emptyDir: { sizeLimit } }, mountPath };
}

function field(name: string, fieldPath: string): EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
