import { checkSeconds, seconds } from '../../../internal/checks/durations';
import { checkCommand } from '../../../internal/checks/text';
import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { RUN_LABEL } from '../../../internal/labels';
import { nameFault } from '../../../internal/names';
import { defaultFailure } from '../../../traits/failure/definition';
import { byHash } from '../../../traits/run/definition';
import type { RunNaming } from '../../../traits/run/plan';
import { computeDefinition } from '../../../values/compute/definition';
import { onePod } from '../../../values/distribution/definition';
import type { DistributionPlan } from '../../../values/distribution/plan';
import { Delivery, Environment } from '../../../values/environment';
import { checkClaims } from '../../shared/claims';
import type { WorkloadContext } from '../../shared/context';
import { WORKLOAD_DEFAULTS } from '../../shared/defaults';
import { decideInitContainers } from '../../shared/init-containers';
import type { LinkPlan } from '../../shared/link';
import { decideLinks } from '../../shared/links';
import { planNames } from '../../shared/names';
import { decideIdentity, planParts } from '../../shared/parts';
import { planIdentity } from '../../shared/plan';
import { decideSidecars } from '../../shared/sidecars';
import { TRAINING_JOB_DEFAULTS } from '../defaults';
import type { TrainingEngineDefinition } from '../engines/definition';
import { planStarter } from '../schedule/starter';
import type { TrainingJobProps } from '../training-job-props';
import { claimsOf, decideData } from './data';
import { decideRunPolicy } from './network';
import { planRoles } from './roles';
import { checkRunName, placeholderOf } from './run';
import type { TrainingPlan } from './training-plan';

/** The component that tells the pods of a training job from those of other workloads of the same name. */
const COMPONENT = 'training-job';

/** The controller adds 11 characters: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
const LONGEST_CRON_JOB = 52;

/** A plan whose run has no name yet. */
export interface UnnamedPlan {
  readonly plan: TrainingPlan;
  readonly naming: RunNaming;
  readonly links: readonly LinkPlan[];
}

/** Checks the props of a training job, and decides everything but the hash of its run, in one pass. */
export function planTrainingJob(
  check: Checker,
  props: TrainingJobProps,
  context: WorkloadContext,
  engine: TrainingEngineDefinition,
): UnnamedPlan {
  const { target } = context;
  const distribution = decideDistribution(check, props, context);
  const names = planNames(
    check,
    context,
    props,
    { checkpoints: 'subdomain' },
    engine.container(distribution.framework),
  );
  if (props.names?.container !== undefined && names.container !== engine.container(distribution.framework))
    check
      .at('names')
      .at('container')
      .refuse(
        names.container,
        `${engine.container(distribution.framework)}: ${engine.title} finds the container by its name`,
        'leave it out',
      );
  const asked = props.run && decide(check.at('run'), props.run._definition, undefined);
  const naming = asked ?? byHash.plan(undefined);
  const run = props.schedule ? names.name : placeholderOf(names.name, naming);
  // a name that is refused itself is not refused again as part of the run's
  if (!nameFault(names.name, 'service')) {
    const longest = engine.longestName({ run, distribution });
    checkRunName(check, run, naming, props.schedule ? Math.min(longest, LONGEST_CRON_JOB) : longest);
  }
  const identified = planIdentity(check, context, props, COMPONENT, names);
  const own = { ...identified, names: { ...names, networkPolicy: props.names?.networkPolicy ?? run } };
  const runSelector = { ...own.selector, [RUN_LABEL]: run };
  const pods = distribution.roles.reduce((sum, { replicas }) => sum + replicas, 0);
  const isGang = pods > 1;
  const identity = decideIdentity(check, props, names);
  const { links, env: linkEnv } = decideLinks(check, props);
  checkCommand(check.at('command'), props.command);
  const sidecars = decideSidecars(check, props, {
    workloadName: own.name,
    target,
    mainPorts: distribution.roles.flatMap(({ ports }) => ports.map(({ port }) => port)),
  });
  const initContainers = decideInitContainers(check, props, { workloadName: own.name });
  const data = decideData(check, props, { workloadName: own.name, run, pods, target });
  const fabric = props.fabric && decide(check.at('fabric'), props.fabric._definition, undefined);
  const roles = planRoles(check, props, context, {
    ...{ own, run, distribution, engine, identity, sidecars, initContainers, data, linkEnv, isGang, fabric },
  });
  const [first, ...others] = roles.map(({ pod }) => pod);
  const queued =
    props.queue && decide(check.at('queue'), props.queue._definition, { isKueue: engine.queueSystem === 'kueue' });
  checkClaims(context.rails, claimsOf(data));
  const failure =
    decide(check.at('failure'), props.failure?._definition ?? defaultFailure, { isGang }) ??
    defaultFailure.plan({ isGang });
  const cleanup = props.cleanup && decide(check.at('cleanup'), props.cleanup._definition, undefined);
  refuseCleanupUnderGitOps(check.at('cleanup'), props, context);
  const schedule = props.schedule && decide(check.at('schedule'), props.schedule._definition, undefined);
  if (schedule && asked)
    check.at('run').refuse('the prop run', 'nothing: all runs of a schedule have the name of the job', 'leave it out');
  const plan: TrainingPlan = {
    ...own,
    ...planParts(props, identity, first, {
      others,
      expects: data.flatMap(({ plan: { needs } }) => needs),
      secrets: data.flatMap(({ plan: { secrets } }) => secrets),
    }),
    policy: decideRunPolicy(check, props, context, runSelector, isGang, engine.controller),
    ...{ run, runSelector, isGang, failure, schedule },
    starter:
      schedule && !(engine.hasSchedule && !isGang)
        ? planStarter(
            check,
            props,
            context,
            own,
            schedule,
            roles.map(({ pod }) => pod.pod),
          )
        : undefined,
    canHoldReplacements: target._has('jobPodReplacementPolicy'),
    framework: distribution.framework,
    roles: roles.map(({ role: { name, kind, replicas, ports, endsRun }, pod: { pod } }) => ({
      ...{ name, kind, replicas, ports, endsRun, pod },
    })),
    processesPerNode: distribution.processesPerNode,
    elastic: distribution.elastic,
    port: distribution.port,
    sshPath: distribution.sshPath,
    rayVersion: distribution.rayVersion,
    keepsOldConfig: props.keepOldConfig ?? WORKLOAD_DEFAULTS.values.keepOldConfig,
    deadlineSeconds: decideDeadline(check.at('deadline'), props),
    ttlSeconds: cleanup?.ttlSeconds,
    queue: queued?.queue,
    topology: queued?.topology,
    claims: data.flatMap(({ plan: { claims } }) => claims),
  };
  return { plan, naming, links };
}

/** A tool that delivers manifests again and again would make a removed run again, and it would train once more. */
function refuseCleanupUnderGitOps(check: Checker, { cleanup }: TrainingJobProps, { scope }: WorkloadContext): void {
  const { delivery, name } = Environment.of(scope);
  if (cleanup && delivery !== Delivery.KUBECTL)
    check.refuse(
      'Cleanup.after',
      `nothing in environment ${name}, which ${delivery} delivers: it would make the removed run again`,
      'leave it out, and remove the job from the manifests when it has ended',
    );
}

function decideDistribution(
  check: Checker,
  { distribution, compute }: TrainingJobProps,
  { target }: WorkloadContext,
): DistributionPlan {
  const { cloud } = target;
  const gpus = check.attempt(() => computeDefinition(compute ?? {}).plan({ cloud }).gpu?.count) ?? 0;
  const context = { cloud, gpus };
  return decide(check.at('distribution'), distribution?._definition ?? onePod, context) ?? onePod.plan(context);
}

function decideDeadline(check: Checker, { deadline }: TrainingJobProps): number {
  const isLegal = check.passes(() => checkSeconds(check, deadline, { min: 1 }, 'give whole seconds'));
  return seconds(deadline !== undefined && isLegal ? deadline : TRAINING_JOB_DEFAULTS.values.deadline);
}
