import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { RUN_LABEL } from '../../../internal/labels';
import type { FabricPlan } from '../../../traits/fabric/plan';
import type { IdentityPlan } from '../../../traits/identity/plan';
import { type ComputePlan, computeDefinition } from '../../../values/compute/definition';
import type { DistributionPlan, DistributionRole } from '../../../values/distribution/plan';
import type { WorkloadContext } from '../../shared/context';
import type { GivenInitContainer } from '../../shared/init-containers';
import type { WorkloadIdentity } from '../../shared/plan';
import type { GivenSidecar } from '../../shared/sidecars';
import { planWorkloadPod, type WorkloadPod } from '../../shared/workload-pod';
import { GRACE_MARGIN, GRACE_SECONDS, IMAGE_USER, NO_MESH, TMP_LIMIT } from '../defaults';
import type { TrainingEngineDefinition } from '../engines/definition';
import type { TrainingJobProps } from '../training-job-props';
import { dataEnv, type GivenData, mountData } from './data';
import { rendezvousEnv } from './rendezvous';

/** What was decided before the pods. */
export interface RoleParts {
  readonly own: WorkloadIdentity;
  readonly run: string;
  readonly distribution: DistributionPlan;
  readonly engine: TrainingEngineDefinition;
  readonly identity: IdentityPlan;
  readonly sidecars: readonly GivenSidecar[];
  readonly initContainers: readonly GivenInitContainer[];
  readonly data: GivenData;
  readonly linkEnv: Readonly<Record<string, string>>;
  readonly isGang: boolean;
  readonly fabric?: FabricPlan;
}

/** A role with its pod. */
export interface PlannedRole {
  readonly role: DistributionRole;
  readonly pod: WorkloadPod;
}

/** Keeps cluster autoscalers from evicting a pod: the others of its gang would have trained for nothing. */
const KEEP = {
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
  // https://karpenter.sh/docs/concepts/disruption/#pod-level-controls
  'karpenter.sh/do-not-disrupt': 'true',
};

/** Roles that exchange no gradients. */
const WITHOUT_ADAPTERS: ReadonlySet<DistributionRole['kind']> = new Set(['launcher', 'head', 'evaluator']);

/** Kubernetes requires an extended resource in limits, and in requests only if equal. */
function withAdapters(compute: ComputePlan, { resource, count }: FabricPlan): ComputePlan {
  const amount = { [resource]: String(count) };
  const { requests, limits } = compute.resources;
  return { ...compute, resources: { requests: { ...requests, ...amount }, limits: { ...limits, ...amount } } };
}

/** Checks and decides the pods of each role. */
export function planRoles(
  check: Checker,
  props: TrainingJobProps,
  context: WorkloadContext,
  parts: RoleParts,
): PlannedRole[] {
  const env = { ...dataEnv(parts.data, props), ...parts.linkEnv };
  return parts.distribution.roles.map((role) => ({ role, pod: planRole(check, props, context, parts, role, env) }));
}

function planRole(
  check: Checker,
  props: TrainingJobProps,
  context: WorkloadContext,
  parts: RoleParts,
  role: DistributionRole,
  env: Readonly<Record<string, string>>,
): WorkloadPod {
  const { own, run, distribution, engine, identity, sidecars, initContainers, data, isGang, fabric } = parts;
  const facts = { run, namespace: own.namespace, distribution };
  const addressing = engine.addressing(facts);
  const injected = engine.injected(distribution.framework, role);
  const { first, values } = rendezvousEnv(distribution, role, addressing, run, injected);
  const asked = decide(check.at('compute'), computeDefinition(role.compute ?? props.compute ?? {}), {
    cloud: context.target.cloud,
  });
  const adapters = WITHOUT_ADAPTERS.has(role.kind) ? undefined : fabric;
  const compute = asked && adapters ? withAdapters(asked, adapters) : asked;
  const saveSeconds = Math.max(0, ...data.map(({ plan }) => plan.saveSeconds ?? 0));
  const notice = compute?.gpu?.spotNoticeSeconds;
  if (notice !== undefined && saveSeconds > notice)
    check
      .at('checkpoints')
      .at('saveTime')
      .refuse(
        `${saveSeconds} seconds`,
        `at most the ${notice} seconds that a spot node of the cloud gives`,
        'save periodically instead, or use nodes that are not spot',
      );
  return planWorkloadPod(check, propsOf(props, role), context, {
    own: { ...own, labels: { ...own.labels, ...NO_MESH.labels, [RUN_LABEL]: run } },
    ...{ identity, sidecars, initContainers, compute },
    gpus: compute?.gpu?.count ?? 0,
    imageUser: IMAGE_USER,
    mainPorts: role.ports,
    portsProp: 'distribution',
    restartPolicy: engine.restartPolicy,
    annotations: { ...NO_MESH.annotations, ...(isGang ? KEEP : {}) },
    graceSeconds: saveSeconds > 0 ? saveSeconds + GRACE_MARGIN : GRACE_SECONDS,
    init: (pod, main) => mountData(data, main, pod),
    main: {
      image: role.image ?? props.image,
      command: role.command ?? props.command,
      args: role.args ?? props.args,
      environment: {
        first,
        values: { HOME: '/tmp', ...adapters?.env, ...engine.environment?.(facts, role), ...values, ...env },
      },
      ports: role.ports.map(({ name, port }) => ({ name, containerPort: port })),
      writable: [{ path: '/tmp', sizeLimit: TMP_LIMIT }],
    },
  });
}

function propsOf(props: TrainingJobProps, { nodeSelector, tolerations }: DistributionRole): TrainingJobProps {
  if (!nodeSelector && !tolerations) return props;
  return {
    ...props,
    nodeSelector: { ...props.nodeSelector, ...nodeSelector },
    tolerations: [...(props.tolerations ?? []), ...(tolerations ?? [])],
  };
}
