import { checkBytes } from '../../internal/checks/quantities';
import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import {
  CONFIG_PATH,
  type ContainerContext,
  type ContainerRequest,
  type PlannedContainer,
  planContainer,
} from '../../pod/container/container';
import type { PodPlan } from '../../pod/plan';
import { type PodRequest, planPod } from '../../pod/pod';
import { checkContainerNames, checkPortsApart, type GivenPort } from '../../pod/pod-checks';
import { PodStorage } from '../../pod/storage';
import { checkBorrowed } from '../../traits/extra-container/plan';
import type { IdentityPlan } from '../../traits/identity/plan';
import type { PlannedInitContainer } from '../../traits/init-container/plan';
import { shmSize } from '../../traits/shared-memory';
import type { PlannedSidecar } from '../../traits/sidecar/plan';
import type { ComputePlan } from '../../values/compute/definition';
import { defaultPodSecurity } from '../../values/pod-security/definition';
import type { PodSecurityContext, PodSecurityPlan } from '../../values/pod-security/plan';
import type { WorkloadContext } from './context';
import { WORKLOAD_DEFAULTS } from './defaults';
import { addInitContainers, type GivenInitContainer } from './init-containers';
import { refuseSelectorLabels } from './labels';
import type { WorkloadIdentity } from './plan';
import { podFacts } from './pod-facts';
import { addSidecars, type GivenSidecar } from './sidecars';
import type { WorkloadProps } from './workload-props';

/** The main container, without what all workloads decide alike. */
type MainRequest = Pick<
  ContainerRequest,
  | 'image'
  | 'command'
  | 'args'
  | 'environment'
  | 'ports'
  | 'startupProbe'
  | 'readinessProbe'
  | 'livenessProbe'
  | 'preStop'
  | 'writable'
  | 'configPath'
>;

/** What one workload asks of its pods. */
export interface WorkloadPodRequest
  extends Pick<
    PodRequest,
    'annotations' | 'spread' | 'graceSeconds' | 'restartPolicy' | 'hostname' | 'subdomain' | 'schedulerName'
  > {
  readonly own: WorkloadIdentity;
  readonly identity: IdentityPlan;
  readonly sidecars: readonly GivenSidecar[];
  readonly initContainers: readonly GivenInitContainer[];
  /** Nothing where the amounts are at fault. */
  readonly compute?: ComputePlan;
  /** GPUs of the main container, 0 without. */
  readonly gpus: number;
  /** The user of the image, where no other was asked for. */
  readonly imageUser: PodSecurityContext['imageUser'];
  readonly main: MainRequest;
  /** Ports of the main container; empty where they are not known. */
  readonly mainPorts: readonly { readonly name: string; readonly port: number }[];
  /** Further ports of it, each with the place where it was given. */
  readonly extraPorts?: readonly GivenPort[];
  /** The prop that gives the ports of the main container. */
  readonly portsProp: string;
  /** Mounts what other parts bring into the main container, and plans the init containers. */
  init?(context: ContainerContext, main: string): readonly PlannedContainer[];
}

/** The pod, and its containers with what they need. */
export interface WorkloadPod {
  readonly pod: PodPlan;
  readonly security: PodSecurityPlan;
  readonly main: PlannedContainer;
  readonly sidecars: readonly PlannedSidecar[];
  readonly initContainers: readonly PlannedInitContainer[];
}

/** Checks and decides everything about the pods of a workload, whichever engine runs them. */
export function planWorkloadPod(
  check: Checker,
  props: WorkloadProps,
  { target, rails }: WorkloadContext,
  request: WorkloadPodRequest,
): WorkloadPod {
  const { own, identity, compute, main: wanted, mainPorts, portsProp } = request;
  refuseSelectorLabels(check.at('podLabels'), props.podLabels);
  const storage = new PodStorage();
  const context = { target, rails, storage };
  const name = own.names.container;
  const { needsWritableRoot = false, deviceFiles } = compute?.gpu ?? {};
  const facts = { imageUser: request.imageUser, needsWritableRoot, deviceFiles };
  const security =
    decide(check.at('security'), props.security?._definition ?? defaultPodSecurity, facts) ??
    defaultPodSecurity.plan(facts);
  const planned = request.init?.(context, name) ?? [];
  const sidecars = addSidecars(request.sidecars, name, context);
  const given = addInitContainers(
    request.initContainers,
    name,
    podFacts(props, {}, wanted.configPath ?? CONFIG_PATH, target),
    context,
  );
  const main = planContainer(
    check,
    {
      ...wanted,
      name,
      props,
      resources: compute?.resources ?? {},
      capabilities: security.capabilities,
      readOnlyRoot: security.readOnlyRoot,
      sharedMemory: sharedMemory(check.at('sharedMemory'), props, request),
      configMaps: mainConfigMaps(own, props),
    },
    context,
  );
  const init = [
    ...given.filter(({ beforeDownloads }) => beforeDownloads),
    ...planned,
    ...given.filter(({ beforeDownloads }) => !beforeDownloads),
  ].map((one) => withFiles(one, main));
  checkContainerNames(
    [
      { at: check.at('names').at('container'), name },
      ...[...sidecars, ...given].map(({ at, container }) => ({ at: at.at('name'), name: container.name })),
    ],
    planned.map(({ container }) => container.name),
  );
  const ports: GivenPort[] = mainPorts.map((port) => ({ at: check.at(portsProp), ...port, owner: `the ${name}` }));
  checkPortsApart([...ports, ...(request.extraPorts ?? []), ...sidecars.flatMap((sidecar) => sidecar.ports)]);
  checkBorrowed([...sidecars, ...given], storage);
  const pod = planPod(check, {
    props,
    main,
    sidecars,
    init,
    storage,
    security,
    rails,
    annotations: request.annotations,
    spread: request.spread,
    graceSeconds: request.graceSeconds,
    restartPolicy: request.restartPolicy,
    hostname: request.hostname,
    subdomain: request.subdomain,
    schedulerName: request.schedulerName,
    labels: { ...own.labels, ...props.podLabels, ...identity.podLabels },
    account: identity,
    nodes: compute?.gpu?.placement,
  });
  return { pod, security, main, sidecars, initContainers: given };
}

/** The container with the volumes of the main one that have the files which both read. */
function withFiles(planned: PlannedContainer, { container: main }: PlannedContainer): PlannedContainer {
  const { container, files = [] } = planned;
  const wanted = (main.mounts ?? []).filter(
    ({ mountPath }) =>
      files.some((file) => file.startsWith(`${mountPath}/`)) &&
      !container.mounts?.some((mount) => mount.mountPath === mountPath),
  );
  if (wanted.length === 0) return planned;
  const mounts = [...(container.mounts ?? []), ...wanted.map((mount) => ({ ...mount, readOnly: true }))];
  return { ...planned, container: { ...container, mounts } };
}

function mainConfigMaps({ name, names }: WorkloadIdentity, props: WorkloadProps): ContainerRequest['configMaps'] {
  const keepOld = props.keepOldConfig ?? WORKLOAD_DEFAULTS.values.keepOldConfig;
  return {
    env: { id: 'Config', prefix: `${name}-config`, given: names.config, keepOld },
    files: { id: 'ConfigFiles', prefix: `${name}-files`, given: names.configFiles, keepOld },
  };
}

function sharedMemory(
  check: Checker,
  { sharedMemory: asked }: WorkloadProps,
  { compute, gpus }: WorkloadPodRequest,
): string | undefined {
  if (asked !== undefined) return check.passes(() => checkBytes(check, asked)) ? asked : undefined;
  return compute && shmSize(gpus, compute.resources.limits?.memory);
}
