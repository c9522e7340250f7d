import type { Checker } from '../../../internal/errors';
import type { NetworkPolicySpec } from '../../../internal/kubernetes';
import { COMPONENT_LABEL, MANAGED_BY_LABEL, NAME_LABEL, SCHEDULE_COMPONENT } from '../../../internal/labels';
import type { PodPlan } from '../../../pod/plan';
import { SCHEDULE_DEFAULTS } from '../../../traits/defaults';
import type { SchedulePlan } from '../../../traits/schedule/plan';
import { checkImage } from '../../../values/image';
import type { WorkloadContext } from '../../shared/context';
import type { WorkloadIdentity } from '../../shared/plan';
import { planWorkloadPod } from '../../shared/workload-pod';
import { addedResources } from '../added-resources';
import { IMAGE_USER, NO_MESH, TMP_LIMIT } from '../defaults';
import type { TrainingJobProps } from '../training-job-props';
import type { StarterPlan } from './plan';
import { START_SCRIPT } from './script';

const FOLDER = '/etc/cdk8s-ml/objects';

/** kubectl keeps the description of all APIs in memory (judgement). */
const COMPUTE = { cpu: '50m', memory: '128Mi' };

/** Checks what a schedule asks beside the run itself, and plans the pod that starts it. */
export function planStarter(
  check: Checker,
  props: TrainingJobProps,
  context: WorkloadContext,
  own: WorkloadIdentity,
  schedule: SchedulePlan,
  run: readonly PodPlan[],
): StarterPlan {
  const at = check.at('schedule');
  const given = schedule.starterImage;
  const isLegal = at.passes(() => checkImage(at.at('starterImage'), given));
  const image = isLegal ? given : SCHEDULE_DEFAULTS.values.starterImage;
  if (schedule.concurrency === 'Allow')
    at.at('concurrency').refuse(
      'Allow',
      'Forbid or Replace: all starts make an object of one name, so that two runs cannot be there at once',
      'leave it out: a start is then skipped while the last run goes on',
    );
  const name = `${own.name}-schedule`;
  const selector = { [COMPONENT_LABEL]: SCHEDULE_COMPONENT, [NAME_LABEL]: own.name };
  const labels = { [MANAGED_BY_LABEL]: 'cdk8s-ml', ...NO_MESH.labels, ...selector };
  const { security, imagePullSecrets } = props;
  const { pod } = planWorkloadPod(at, { security, imagePullSecrets }, context, {
    own: { ...own, labels, names: { ...own.names, container: 'start' } },
    identity: { serviceAccountName: name, mountToken: true, podLabels: {} },
    sidecars: [],
    initContainers: [],
    compute: {
      resources: addedResources({ requests: COMPUTE, limits: COMPUTE }, run),
      gpu: undefined,
    },
    gpus: 0,
    imageUser: IMAGE_USER,
    mainPorts: [],
    portsProp: 'schedule',
    restartPolicy: 'Never',
    annotations: NO_MESH.annotations,
    main: {
      image,
      command: ['sh', '-c'],
      args: [START_SCRIPT],
      environment: { values: { HOME: '/tmp', OBJECTS: FOLDER, CONCURRENCY: schedule.concurrency } },
      writable: [{ path: '/tmp', sizeLimit: TMP_LIMIT }],
    },
  });
  return { name, labels, pod: withObjects(pod, name), policy: policyOf(selector, context) };
}

function withObjects(pod: PodPlan, configMap: string): PodPlan {
  const [main, ...others] = pod.containers;
  const mount = { name: 'objects', mountPath: FOLDER, readOnly: true };
  return {
    ...pod,
    containers: [{ ...main, mounts: [...(main.mounts ?? []), mount] }, ...others],
    volumes: [...pod.volumes, { name: 'objects', configMap: { name: configMap } }],
  };
}

/** Nobody calls the pod. It calls the API server, whose address no policy knows, but whose port is one of two. */
function policyOf(matchLabels: Record<string, string>, { rails }: WorkloadContext): NetworkPolicySpec {
  const ports = [443, 6443].map((port) => ({ protocol: 'TCP', port }));
  return {
    podSelector: { matchLabels },
    policyTypes: rails?.defaultDenyEgress ? ['Ingress', 'Egress'] : ['Ingress'],
    ...(rails?.defaultDenyEgress ? { egress: [{ ports }] } : {}),
  };
}
