import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { ComputePlan } from '../../../values/compute/definition';
import { computeDefinition } from '../../../values/compute/definition';
import type { ServerProfile } from '../../../values/servers/profile';
import type { SourcePlan } from '../../../values/sources/plan';
import type { WorkloadContext } from '../../shared/context';
import { podFacts } from '../../shared/pod-facts';
import { CONFIG_PATH } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';

/** The program of a model service, its model and its resources. What is at fault is not there. */
export interface ServerFacts {
  readonly profile: ServerProfile;
  /** False where the server is at fault: `profile` is then one that no other check refuses anything for. */
  readonly isKnown: boolean;
  readonly source?: SourcePlan;
  readonly compute?: ComputePlan;
  /** GPUs of the container, 0 without. */
  readonly gpus: number;
}

/** Checks what is served and by what. */
export function decideServer(check: Checker, props: ModelServiceProps, workload: WorkloadContext): ServerFacts {
  const { target } = workload;
  const compute = decide(check.at('compute'), computeDefinition(props.compute ?? {}), { cloud: target.cloud });
  const imageContext = { image: props.image, gpu: compute?.gpu };
  const found = decide(check.at('server'), props.server?._definition ?? MISSING, imageContext);
  const profile = found ?? STAND_IN;
  const context = {
    target,
    serverPullsFromHub: profile.pullsFromHub,
    serverReads: found && (found.reads?.schemes ?? []),
    pod: podFacts(props, profile.env({ modelName: '', shutdownSeconds: 0 }), CONFIG_PATH, target),
  };
  const source = props.model && decide(check.at('model'), props.model._definition, context);
  if (profile.needsModel && !props.model)
    check
      .at('model')
      .refuse(
        undefined,
        `a model: ${profile.name} has none of its own`,
        'say where it comes from, for example ModelSource.huggingFace(...), or ModelSource.inImage(path)',
      );
  if (profile.needsGpu && !props.compute?.gpu)
    check
      .at('compute')
      .at('gpu')
      .refuse(undefined, `a GPU: ${profile.name} does not start without one`, 'add gpu: Gpu.nvidia({ count: 1 })');
  return { profile, isKnown: found !== undefined, source, compute, gpus: compute?.gpu?.count ?? countOf(props) };
}

/** GPUs are known where only the other amounts of `compute` are at fault. */
function countOf({ compute }: ModelServiceProps): number {
  return compute?.gpu ? (compute.gpu.count ?? 1) : 0;
}

/** A prop of a wrong type was refused with the types. */
const MISSING = { check: () => {}, plan: () => undefined as unknown as ServerProfile };

const HEALTH = { type: 'http', path: '/health', port: 'http' } as const;

/** A profile that nothing else is refused for, so that the other props are checked where the server is at fault. */
const STAND_IN: ServerProfile = {
  name: 'the server',
  ports: [{ name: 'http', port: 0 }],
  startup: HEALTH,
  readiness: HEALTH,
  liveness: HEALTH,
  metrics: { port: 'http', path: '/metrics' },
  args: () => [],
  env: () => ({}),
  user: 10001,
  group: 10001,
  home: '/tmp',
  writable: [],
  needsGpu: false,
  pullsFromHub: true,
  drainsItself: false,
};
