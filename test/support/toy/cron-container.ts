import type { Construct } from 'constructs';
import type { Compute } from '../../../lib';
import { Workload, type WorkloadProps } from '../../../lib';
import { checkCommand } from '../../../lib/internal/checks/text';
import { decide } from '../../../lib/internal/definition';
import type { Checker } from '../../../lib/internal/errors';
import { overridePlans } from '../../../lib/internal/override/plans';
import { podTemplate } from '../../../lib/pod/template';
import { defaultAccess } from '../../../lib/traits/network-access/definition';
import { computeDefinition } from '../../../lib/values/compute/definition';
import type { WorkloadContext } from '../../../lib/workloads/shared/context';
import { decideInitContainers } from '../../../lib/workloads/shared/init-containers';
import { decideLinks } from '../../../lib/workloads/shared/links';
import { planNames } from '../../../lib/workloads/shared/names';
import { networkPolicyObject, objectOf, supportingObjects } from '../../../lib/workloads/shared/objects';
import { decideIdentity, planParts } from '../../../lib/workloads/shared/parts';
import { planIdentity, planWorkload, type WorkloadPlan } from '../../../lib/workloads/shared/plan';
import { decideSidecars } from '../../../lib/workloads/shared/sidecars';
import { planWorkloadPod } from '../../../lib/workloads/shared/workload-pod';

/** A CronJob that runs one container, with everything that all workloads have. */
export interface CronContainerProps extends WorkloadProps {
  readonly image: string;
  readonly compute: Compute;
  readonly schedule: string;
  readonly command?: string[];
}

/** A new workload as CONTRIBUTING.md describes how to add one: it shows what the shared kit leaves to do. */
export class CronContainer extends Workload {
  public constructor(scope: Construct, id: string, props: CronContainerProps) {
    const { plan, objects, links } = planWorkload('new CronContainer', [scope, id, props], decideCronContainer);
    super(scope, id);
    this._make(plan, objects, links);
  }

  /** It serves no requests. */
  public get targetPorts(): number[] {
    return [];
  }
}

function decideCronContainer(check: Checker, props: CronContainerProps, context: WorkloadContext) {
  checkCommand(check.at('command'), props.command);
  if (!/^(@[a-z]+|\S+( \S+){4})$/.test(props.schedule))
    check.at('schedule').refuse(props.schedule, 'a schedule in the form of cron', "write it like '0 3 * * *'");
  const names = planNames(check, context, props, { cronJob: 'subdomain' }, 'main');
  // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/: its Jobs have 11 more
  if (names.cronJob.length > 52)
    check.at(props.name === undefined ? 'id' : 'name').refuse(names.cronJob, 'at most 52 characters', 'shorten it');
  const own = planIdentity(check, context, props, 'cron', names);
  const compute = decide(check.at('compute'), computeDefinition(props.compute ?? {}), { cloud: context.target.cloud });
  const identity = decideIdentity(check, props, names);
  const { links, env } = decideLinks(check, props);
  const access = decide(check.at('access'), props.access?._definition ?? defaultAccess, {
    podSelector: { matchLabels: { ...own.selector } },
    serverPorts: [],
    exposureCallers: [],
  });
  const sidecars = decideSidecars(check, props, {
    workloadName: own.name,
    target: context.target,
    mainPorts: [],
  });
  const initContainers = decideInitContainers(check, props, { workloadName: own.name });
  const pod = planWorkloadPod(check, props, context, {
    ...{ own, identity, sidecars, initContainers, compute },
    gpus: compute?.gpu?.count ?? 0,
    imageUser: { user: 10001, group: 10001 },
    mainPorts: [],
    portsProp: 'image',
    restartPolicy: 'Never',
    main: {
      image: props.image,
      command: props.command,
      environment: { values: { HOME: '/tmp', ...env } },
      writable: [{ path: '/tmp', sizeLimit: '1Gi' }],
    },
  });
  const plan: WorkloadPlan = { ...own, ...planParts(props, identity, pod), policy: access?.spec };
  const objects = [
    ...supportingObjects(plan),
    objectOf(plan, {
      id: 'CronJob',
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      name: names.cronJob,
      annotations: plan.ownAnnotations,
      fields: {
        spec: {
          schedule: props.schedule,
          concurrencyPolicy: 'Forbid',
          jobTemplate: { spec: { template: podTemplate(plan.pod) } },
        },
      },
    }),
    ...networkPolicyObject(plan),
  ];
  return {
    plan,
    links,
    objects: overridePlans(check.at('overrides'), objects, props.overrides ?? {}, {
      kubernetesMinor: context.target.minor,
    }),
  };
}
