import { type Definition, decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { EnvVar, VolumeMount } from '../../../internal/kubernetes';
import { type ContainerContext, type PlannedContainer, planContainer } from '../../../pod/container/container';
import type { FetchPlan, RunDataContext, RunDataPlan } from '../../../traits/training-data/plan';
import type { NewClaim } from '../../shared/claims';
import type { TrainingJobProps } from '../training-job-props';

/** Inputs, outputs, checkpoints and tracking, with the place where each was given. */
export type GivenData = readonly { readonly at: Checker; readonly plan: RunDataPlan }[];

/** Checks and decides what data bring into the pods. */
export function decideData(check: Checker, props: TrainingJobProps, context: RunDataContext): GivenData {
  const given: [at: Checker, definition: Definition<RunDataContext, RunDataPlan> | undefined][] = [
    ...(props.inputs ?? []).map((one, i) => [check.at('inputs').at(i), one._definition] as const),
    ...(props.outputs ?? []).map((one, i) => [check.at('outputs').at(i), one._definition] as const),
    [check.at('checkpoints'), props.checkpoints?._definition],
    [check.at('tracking'), props.tracking?._definition],
  ].map(([at, definition]) => [at as Checker, definition as Definition<RunDataContext, RunDataPlan> | undefined]);
  return given.flatMap(([at, definition]) => {
    const plan = definition && decide(at, definition, context);
    return plan ? [{ at, plan }] : [];
  });
}

/** The claims that the job makes for its data. */
export function claimsOf(data: GivenData): NewClaim[] {
  return data.flatMap(({ at, plan }) =>
    plan.claims.flatMap(({ spec }) => {
      const size = spec.resources?.requests?.storage;
      return size === undefined ? [] : [{ at, size }];
    }),
  );
}

/** Environment that data give the program; refuses a variable that two of them, or the user, set. */
export function dataEnv(data: GivenData, props: TrainingJobProps): Record<string, string> {
  const owners = new Map<string, string>();
  for (const name of Object.keys(props.config ?? {})) owners.set(name, 'config');
  for (const name of Object.keys(props.env ?? {})) owners.set(name, 'env');
  for (const name of Object.keys(props.variables ?? {})) owners.set(name, 'variables');
  const env: Record<string, string> = {};
  for (const { at, plan } of data)
    for (const [name, value] of Object.entries(plan.env)) {
      const other = owners.get(name);
      if (other) at.at('env').refuse(name, `a variable that ${other} does not set too`, 'set it in one of the two');
      owners.set(name, 'other data');
      env[name] = value;
    }
  return env;
}

/** Mounts data in the main container, and plans the init containers that fetch them. */
export function mountData(data: GivenData, main: string, context: ContainerContext): PlannedContainer[] {
  const { storage } = context;
  for (const { at, plan } of data) {
    for (const { volume, expected } of plan.volumes) storage.add(at, 'model', volume, expected);
    for (const mount of plan.mounts) storage.of(main).mount(at.at('path'), 'model', mount);
  }
  return data.flatMap(({ at, plan }) => plan.fetches.map((fetch) => planFetch(at, fetch, context)));
}

function planFetch(at: Checker, fetch: FetchPlan, context: ContainerContext): PlannedContainer {
  const { name, image, command, args, user, cpu, memory } = fetch;
  const { storage } = context;
  const mounts: VolumeMount[] = [...fetch.mounts, { name: `${name}-tmp`, mountPath: '/tmp' }];
  // the root of the container is read-only too, so its tools get a /tmp of their own
  storage.add(at, 'model', { name: `${name}-tmp`, emptyDir: { sizeLimit: '1Gi' } });
  for (const mount of mounts) storage.of(name).mount(at, 'model', mount);
  const home: EnvVar = { name: 'HOME', value: '/tmp' };
  const noConfig = { id: name, prefix: name, keepOld: false };
  return planContainer(
    at,
    {
      ...{ name, image, command, args, user },
      resources: { requests: { cpu, memory }, limits: { memory } },
      computeAt: at,
      props: {},
      environment: { references: [...fetch.env, home] },
      configMaps: { env: noConfig, files: noConfig },
      volumePrefix: name,
    },
    context,
  );
}
