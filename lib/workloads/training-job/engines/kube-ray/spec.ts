import type { PodTemplateSpec } from '../../../../internal/kubernetes';
import type { ContainerPlan, PodPlan } from '../../../../pod/plan';
import { podTemplate } from '../../../../pod/template';
import { type AddedResources, addedResources } from '../../added-resources';
import { kueueTopology } from '../../objects';
import type { TrainingPlan } from '../../plan/training-plan';
import { DRIVER_VOLUME, driverEntrypoint, driverMount, isDriven } from './driver';
import { shellLine } from './shell';

/** What a head or a submitter takes that trains nothing (judgement): Ray's dashboard and control store need about 2Gi. */
const HEAD = { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } };
const SUBMITTER = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '256Mi' } };

/** `spec` of the RayJob. */
export function rayJobSpec(plan: TrainingPlan): object {
  const { failure, deadlineSeconds, ttlSeconds } = plan;
  const workers = plan.roles.find(({ kind }) => kind !== 'head')!;
  return {
    entrypoint: isDriven(plan) ? driverEntrypoint(plan) : entrypoint(plan.roles[0].pod.containers[0]),
    submissionMode: 'K8sJobMode',
    submitterPodTemplate: submitter(plan),
    backoffLimit: failure.restart === 'none' ? 0 : failure.maxRestarts,
    activeDeadlineSeconds: deadlineSeconds,
    // the cluster would keep its GPUs after the end; Kueue requires it too
    shutdownAfterJobFinishes: true,
    ttlSecondsAfterFinished: ttlSeconds,
    rayClusterSpec: {
      rayVersion: plan.rayVersion,
      headGroupSpec: { rayStartParams: { 'num-cpus': '0' }, template: template(plan, head(plan)) },
      workerGroupSpecs: [
        {
          groupName: workers.name,
          replicas: workers.replicas,
          minReplicas: workers.replicas,
          maxReplicas: workers.replicas,
          rayStartParams: {},
          // what the operator adds: the list is atomic, and a second apply would conflict with it
          numOfHosts: 1,
          scaleStrategy: {},
          template: template(plan, withoutProgram(workers.pod)),
        },
      ],
    },
  };
}

/** KubeRay starts Ray in the container; the program is the entrypoint of the job. */
function withoutProgram(pod: PodPlan): PodPlan {
  const [main, ...others] = pod.containers;
  return { ...pod, containers: [{ ...main, command: undefined, args: undefined }, ...others] };
}

/** The head of a cluster for a distribution without one: as a worker, without its GPU. */
function head(plan: TrainingPlan): PodPlan {
  const own = plan.roles.find(({ kind }) => kind === 'head');
  if (own) return withoutPorts(withoutProgram(own.pod));
  return withoutDevices(withoutPorts(withoutProgram(plan.roles[0].pod)), HEAD);
}

/**
 * KubeRay gives a head its ports only where it has none (ray-operator v1.6.0, controllers/ray/common/service.go): without that
 * of the dashboard it never submits the job.
 */
function withoutPorts(pod: PodPlan): PodPlan {
  const [main, ...others] = pod.containers;
  return { ...pod, containers: [{ ...main, ports: undefined }, ...others] };
}

/** KubeRay's own submitter has no security context, and would be refused in a namespace that is restricted. */
function submitter(plan: TrainingPlan): PodTemplateSpec {
  const { spec, metadata } = podTemplate(withoutDevices(withoutPorts(withoutProgram(plan.roles[0].pod)), SUBMITTER));
  return { metadata, spec: { ...spec!, restartPolicy: 'Never' } };
}

function withoutDevices(pod: PodPlan, amounts: AddedResources): PodPlan {
  const [main, ...others] = pod.containers;
  const resources = addedResources(amounts, [pod]);
  const kept = (name: string) => name !== 'shm' && name !== DRIVER_VOLUME;
  return {
    ...pod,
    containers: [{ ...main, resources, mounts: main.mounts?.filter(({ name }) => name !== 'shm') }, ...others],
    volumes: pod.volumes.filter(({ name }) => kept(name)),
    nodeSelector: {},
    nodeAffinity: [],
    tolerations: [],
  };
}

function template(plan: TrainingPlan, pod: PodPlan): PodTemplateSpec {
  const annotations = { ...pod.annotations, ...kueueTopology(plan) };
  return podTemplate({ ...(isDriven(plan) ? driverMount(plan, pod) : pod), annotations });
}

function entrypoint({ command = [], args = [] }: ContainerPlan): string {
  return shellLine([...command, ...args]);
}
