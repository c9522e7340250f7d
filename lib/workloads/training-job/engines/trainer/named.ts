import type { EnvVar, ResourceRequirements } from '../../../../internal/kubernetes';
import { canonicalQuantity } from '../../../../internal/quantity';
import { podTemplate } from '../../../../pod/template';
import { immutableFields, kueueLabels, kueueTopology, objectsBeforeRun, runObject } from '../../objects';
import type { TrainingPlan } from '../../plan/training-plan';
import type { NotCarried, TrainingEngineDefinition } from '../definition';
import { API, trainer, trainerSpec } from '.';

/** A runtime that somebody else wrote. */
export interface NamedRuntime {
  readonly kind: 'ClusterTrainingRuntime' | 'TrainingRuntime';
  readonly name: string;
}

/** Kubeflow Trainer with a runtime that exists: a TrainJob that carries to it what the API lets it. */
export function trainerOn(runtime: NamedRuntime): TrainingEngineDefinition {
  return {
    ...trainer,
    names: [{ path: ['runtime', 'name'], name: runtime.name, rule: 'subdomain' }],
    cannotCarry: (plan) => notCarried(plan, runtime),
    immutable: (objects) => objects.filter(({ kind }) => kind === 'TrainJob').map(immutableFields),
    objects: (plan) => [
      ...objectsBeforeRun(plan),
      runObject(plan, {
        id: 'TrainJob',
        apiVersion: API,
        kind: 'TrainJob',
        name: plan.run,
        labels: kueueLabels(plan),
        annotations: plan.ownAnnotations,
        fields: { spec: trainJobSpec(plan, runtime) },
      }),
    ],
  };
}

function trainJobSpec(plan: TrainingPlan, { kind, name }: NamedRuntime): object {
  const { pod } = plan.roles[0];
  const [main] = pod.containers;
  return {
    runtimeRef: { apiGroup: 'trainer.kubeflow.org', kind, name },
    activeDeadlineSeconds: plan.deadlineSeconds,
    trainer: {
      ...trainerSpec(plan),
      image: main.image,
      command: main.command,
      args: main.args,
      env: environment(plan),
      resourcesPerNode: canonical(main.resources),
    },
    runtimePatches: [
      {
        // the webhook wants a path with a domain
        manager: 'cdk8s-ml.io/training-job',
        trainingRuntimeSpec: {
          template: {
            spec: { replicatedJobs: [{ name: 'node', template: { spec: { template: podPatch(plan) } } }] },
          },
        },
      },
    ],
  };
}

/** What a patch can say of a pod: https://github.com/kubeflow/trainer/blob/v2.2.0/pkg/apis/trainer/v1alpha1/trainjob_types.go */
function podPatch(plan: TrainingPlan): object {
  const { pod } = plan.roles[0];
  const { metadata, spec } = podTemplate({ ...pod, annotations: { ...pod.annotations, ...kueueTopology(plan) } });
  const { serviceAccountName, securityContext, volumes, nodeSelector, affinity, tolerations, imagePullSecrets } = spec!;
  const [{ name, volumeMounts, securityContext: ofContainer }] = spec!.containers;
  return {
    metadata,
    spec: {
      ...{ serviceAccountName, securityContext, volumes, nodeSelector, affinity, tolerations, imagePullSecrets },
      containers: [{ name, volumeMounts, securityContext: ofContainer }],
    },
  };
}

/** A TrainJob has no `envFrom`: each variable of `config` is a reference of its own. */
function environment({ roles, configMaps }: TrainingPlan): EnvVar[] {
  const [main] = roles[0].pod.containers;
  const names = new Set((main.envFrom ?? []).map(({ configMapRef }) => configMapRef?.name));
  const direct = new Set((main.env ?? []).map(({ name }) => name));
  const fromConfig = configMaps
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, data }) => Object.keys(data).map((key) => ({ key, name })))
    .filter(({ key }) => !direct.has(key));
  return [
    ...fromConfig.map(({ key, name }) => ({ name: key, valueFrom: { configMapKeyRef: { name, key } } })),
    ...(main.env ?? []).map((variable) => (variable.value === '' ? { name: variable.name } : variable)),
  ];
}

/** The webhook stores canonical text, and takes any other in a second apply for a change of a field that cannot change. */
function canonical({ requests, limits }: ResourceRequirements): ResourceRequirements {
  const each = (amounts: Readonly<Record<string, string>> | undefined) =>
    amounts &&
    Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, canonicalQuantity(String(amount))]));
  return { requests: each(requests), limits: each(limits) };
}

/** Of Kubernetes, where the pod says nothing. */
const GRACE_SECONDS = 30;

/** What is asked for and has no place in a TrainJob. */
function notCarried(plan: TrainingPlan, { kind, name }: NamedRuntime): NotCarried[] {
  const { asked, roles, pod } = plan;
  const its = `${kind} ${name}`;
  const [main] = roles[0].pod.containers;
  const volumes = (main.mounts ?? []).map((mount) => mount.name);
  const fields = (prop: string, what: string, isAsked: boolean, reason: string): NotCarried[] =>
    isAsked ? [{ prop, what, reason }] : [];
  return [
    ...fields(
      'distribution',
      `${roles.length} roles`,
      roles.length > 1,
      `a TrainJob gives ${its} pods of one role only`,
    ),
    ...fields('failure', 'the prop failure', asked.has('failure'), `${its} decides what happens when a pod fails`),
    ...fields(
      'sidecars',
      'the prop sidecars',
      asked.has('sidecars'),
      `a TrainJob adds no container to the pods of ${its}`,
    ),
    ...fields(
      'initContainers',
      'the prop initContainers',
      asked.has('initContainers'),
      `a TrainJob adds no container to the pods of ${its}`,
    ),
    ...fields(
      'inputs',
      'data that an init container fetches',
      asked.has('inputs') && pod.initContainers.some((one) => one.name.startsWith('fetch-')),
      `a TrainJob adds no container to the pods of ${its}`,
    ),
    ...fields(
      'configMaps',
      'the prop configMaps',
      (asked.has('configMaps') && main.envFrom?.some(({ configMapRef }) => isForeign(plan, configMapRef?.name))) ===
        true,
      'a TrainJob takes no variables from whole ConfigMaps',
    ),
    ...fields(
      'checkpoints',
      `a saveTime, for which pods have ${pod.graceSeconds} seconds to end`,
      (pod.graceSeconds ?? GRACE_SECONDS) > GRACE_SECONDS,
      `${its} decides how long its pods have to end`,
    ),
    ...fields(
      'volumes',
      'several mounts of one volume',
      new Set(volumes).size < volumes.length,
      'a TrainJob mounts a volume once',
    ),
    ...fields('identity', 'a token in the pods', pod.mountToken, `${its} decides whether its pods mount a token`),
    ...(['priorityClassName', 'runtimeClassName'] as const).flatMap((prop) =>
      fields(prop, `the prop ${prop}`, asked.has(prop), `a TrainJob cannot set it for the pods of ${its}`),
    ),
    ...fields(
      'compute',
      'a claim of devices',
      (pod.resourceClaims?.length ?? 0) > 0,
      `a TrainJob adds no claims of devices to the pods of ${its}`,
    ),
  ];
}

function isForeign({ configMaps }: TrainingPlan, name: string | undefined): boolean {
  return !configMaps.some((own) => own.name === name);
}
