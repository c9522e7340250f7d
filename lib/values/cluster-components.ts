import type { Checker } from '../internal/errors';

/**
 * Releases of what is installed beside Kubernetes. They decide which features may be used where a component changed its
 * behaviour under the same API version.
 */
export interface ClusterComponents {
  /**
   * Release of Argo Rollouts, for example `1.10`.
   *
   * @default - taken as 1.9
   */
  readonly argoRollouts?: string;
  /**
   * Release of Argo Workflows, for example `4.0`.
   *
   * @default - taken as 3.6
   */
  readonly argoWorkflows?: string;
  /**
   * Release of cert-manager, for example `1.21`.
   *
   * @default - taken as 1.0
   */
  readonly certManager?: string;
  /**
   * Release of JobSet, for example `0.12`.
   *
   * @default - taken as 0.11
   */
  readonly jobSet?: string;
  /**
   * Release of KEDA, for example `2.21`.
   *
   * @default - taken as 2.12
   */
  readonly keda?: string;
  /**
   * Release of the KubeRay operator, for example `1.7`.
   *
   * @default - taken as 1.6
   */
  readonly kubeRay?: string;
  /**
   * Release of Kueue, for example `0.19`.
   *
   * @default - taken as 0.17
   */
  readonly kueue?: string;
  /**
   * Release of LeaderWorkerSet, for example `0.10`.
   *
   * @default - taken as 0.8
   */
  readonly leaderWorkerSet?: string;
  /**
   * Release of Kubeflow's MPI operator, for example `0.8`.
   *
   * @default - taken as 0.8
   */
  readonly mpiOperator?: string;
  /**
   * Release of Kubeflow Trainer, for example `2.3`.
   *
   * @default - taken as 2.2
   */
  readonly trainer?: string;
  /**
   * Release of Kubeflow's training operator, for example `1.9`.
   *
   * @default - taken as 1.9
   */
  readonly trainingOperator?: string;
  /**
   * Release of Volcano, for example `1.15`.
   *
   * @default - taken as 1.15
   */
  readonly volcano?: string;
  /**
   * Release of the VerticalPodAutoscaler, for example `1.7`.
   *
   * @default - taken as 1.6
   */
  readonly vpa?: string;
}

export type ComponentName = keyof ClusterComponents;

/** What the library knows of a component. */
export interface Component {
  /** Name for messages. */
  readonly title: string;
  /** The oldest release that the library supports, and what it takes an unknown one for. */
  readonly oldest: string;
  /** Why no older one is supported, with the source. */
  readonly reason: string;
}

const TRIED = 'the oldest that was run against a real API server with our objects';

/** The components, and the oldest release of each that is supported. */
export const CLUSTER_COMPONENTS: Readonly<Record<ComponentName, Component>> = {
  argoRollouts: {
    title: 'Argo Rollouts',
    oldest: '1.9',
    reason: 'the oldest whose schemas our objects are checked by',
  },
  argoWorkflows: {
    title: 'Argo Workflows',
    oldest: '3.6',
    reason: 'the first CronWorkflow with schedules (argo-workflows docs/upgrading.md; 4.0 removes schedule)',
  },
  certManager: {
    title: 'cert-manager',
    oldest: '1.0',
    reason:
      'the first with cert-manager.io/v1 (https://cert-manager.io/docs/releases/release-notes/release-notes-1.0/)',
  },
  jobSet: { title: 'JobSet', oldest: '0.11', reason: TRIED },
  keda: {
    title: 'KEDA',
    oldest: '2.12',
    reason: 'the first without metricName in triggers (https://github.com/kedacore/keda CHANGELOG, 2.12.0)',
  },
  kubeRay: { title: 'KubeRay', oldest: '1.6', reason: TRIED },
  kueue: {
    title: 'Kueue',
    oldest: '0.17',
    reason:
      'the first that works with Trainer 2.2 (kueue CHANGELOG-0.17, #10127); v1beta2 is served since 0.15 (#7304)',
  },
  leaderWorkerSet: { title: 'LeaderWorkerSet', oldest: '0.8', reason: TRIED },
  mpiOperator: { title: 'MPI operator', oldest: '0.8', reason: TRIED },
  trainer: {
    title: 'Kubeflow Trainer',
    oldest: '2.2',
    reason:
      'the first with activeDeadlineSeconds and with runtimePatches in place of podTemplateOverrides (trainer CHANGELOG-2.2, #3258, #3309)',
  },
  trainingOperator: { title: 'training operator', oldest: '1.9', reason: TRIED },
  volcano: { title: 'Volcano', oldest: '1.15', reason: 'the oldest whose schemas our objects are checked by' },
  vpa: {
    title: 'VerticalPodAutoscaler',
    oldest: '1.6',
    reason: 'the first where update mode InPlaceOrRecreate is stable (vertical-pod-autoscaler/docs/features.md)',
  },
};

const RELEASE = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/;

/** Refuses releases that are not written as such, or are older than what is supported. */
export function checkComponents(check: Checker, components: ClusterComponents = {}): void {
  for (const [name, release] of Object.entries(components)) {
    const component = CLUSTER_COMPONENTS[name as ComponentName];
    if (release === undefined || component === undefined) continue;
    if (!RELEASE.test(release))
      check
        .at(name)
        .refuse(release, `a release, for example '${component.oldest}'`, 'write major.minor, or leave it out');
    else if (!isAtLeast(release, component.oldest))
      check
        .at(name)
        .refuse(
          release,
          `at least ${component.oldest}: ${component.reason}`,
          `upgrade ${component.title} in the cluster`,
        );
  }
}

/** Compares two releases; a patch that is not written counts as 0. */
export function isAtLeast(release: string, since: string): boolean {
  const [one, other] = [parts(release), parts(since)];
  const first = one.findIndex((part, i) => part !== other[i]);
  return first < 0 || one[first] > other[first];
}

function parts(release: string): number[] {
  return (RELEASE.exec(release) ?? []).slice(1).map((part) => Number(part ?? 0));
}
