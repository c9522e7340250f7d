import type { IConstruct } from 'constructs';
import { Checker } from '../internal/errors';
import { ScopeKey } from '../internal/scope';
import { checkArguments, isType } from '../internal/type-check';
import { type ClusterComponents, checkComponents } from './cluster-components';
import type { ClusterFeatureName } from './cluster-features';
import { type ClusterVersions, hasFeature, requireFeature } from './cluster-requirements';
import { isApiVersion, type KubectlFiles, readApiVersions, readVersion } from './kubectl-files';

/** The provider of the cluster. It decides the labels and taints of GPU nodes. */
export enum Cloud {
  /** No cloud's own labels: GPU nodes are found by NVIDIA's feature discovery labels. */
  GENERIC = 'generic',
  /** Google Kubernetes Engine. */
  GKE = 'gke',
  /** Amazon EKS with Karpenter. */
  EKS = 'eks',
  /** Azure Kubernetes Service. */
  AKS = 'aks',
}

/** The adapter through which a HorizontalPodAutoscaler reads metrics of pods. Adapters name the same metric differently. */
export enum MetricsAdapter {
  /** prometheus-adapter, with names as in the documentation of autoscaling: `vllm_num_requests_waiting`. */
  PROMETHEUS = 'prometheus',
  /** Google's Custom Metrics Stackdriver Adapter: `prometheus.googleapis.com|vllm:num_requests_waiting|gauge`. */
  GOOGLE = 'google',
}

/** What else is known of a cluster. */
export interface ClusterTargetOptions {
  /**
   * The group/versions that the cluster serves beside Kubernetes' own, as `kubectl api-versions` prints them,
   * for example `gateway.networking.k8s.io/v1`.
   *
   * @default - not known: custom resources are emitted where a prop asks for them
   */
  readonly apis?: string[];
  /**
   * Feature gates that are on in this cluster though they are off by default, for example `ImageVolume`.
   *
   * @default - none
   */
  readonly featureGates?: string[];
  /**
   * Whose cluster it is; decides the labels and taints of GPU nodes.
   *
   * @default Cloud.GENERIC
   */
  readonly cloud?: Cloud;
  /**
   * Releases of what is installed beside Kubernetes, such as Kueue or Argo Workflows.
   *
   * @default - not known: of each, the oldest release that the library supports is assumed
   */
  readonly components?: ClusterComponents;
  /**
   * Which adapter serves metrics of pods to autoscalers.
   *
   * @default MetricsAdapter.PROMETHEUS
   */
  readonly metricsAdapter?: MetricsAdapter;
}

const OLDEST = 28;
const NEWEST = 36;
const DEFAULT = 33;
const SCOPE = new ScopeKey<ClusterTarget>('ClusterTarget');

/**
 * The cluster that manifests are for: its Kubernetes minor, the APIs that it serves, its cloud, and the releases of what is
 * installed in it. It decides which fields and API versions may be used. A workload that needs more is refused, and the
 * error names the first version that has it.
 *
 * @example
 * const cluster = ClusterTarget.kubernetes('1.34', { cloud: Cloud.GKE });
 */
export class ClusterTarget {
  /**
   * A cluster of the given minor version.
   *
   * @param version the minor, for example `1.33`; 1.28 is the oldest accepted
   * @param options what else is known of it
   */
  public static kubernetes(version: string, options: ClusterTargetOptions = {}): ClusterTarget {
    const all = Checker.named('ClusterTarget.kubernetes');
    const check = all.at('version');
    // as a number, 1.30 is 1.3
    if (typeof (version as unknown) === 'number') {
      check.refuse(version, "text, for example '1.30'", 'write it in quotes');
      check.done();
    }
    checkArguments(all, 'ClusterTarget.kubernetes', [version, options]);
    const minor = /^v?1\.(\d+)(\.\d+)?([-+].*)?$/.exec(version)?.[1];
    if (minor === undefined)
      check.refuse(version, "a minor version of Kubernetes, for example '1.33'", 'write major.minor');
    else if (Number(minor) < OLDEST)
      check.refuse(version, `at least 1.${OLDEST}`, 'upgrade the cluster: older minors have had no fixes for years');
    else if (Number(minor) > NEWEST + 4)
      check.refuse(version, `a minor that exists (1.${NEWEST} is the newest known here)`, 'check the version');
    options.apis?.forEach((api, i) => {
      if (!isApiVersion(api))
        all
          .at('apis')
          .at(i)
          .refuse(
            api,
            "a group and version, for example 'keda.sh/v1alpha1'",
            'write it as kubectl api-versions prints it',
          );
    });
    options.featureGates?.forEach((gate, i) => {
      if (!/^[A-Z][A-Za-z0-9]*$/.test(gate))
        all
          .at('featureGates')
          .at(i)
          .refuse(gate, "the name of a feature gate, for example 'ImageVolume'", 'write it as Kubernetes names it');
    });
    checkComponents(all.at('components'), options.components);
    check.done();
    return new ClusterTarget(Number(minor), options);
  }

  /**
   * The cluster that kubectl saw: its version and, where that file is given, the APIs that it serves.
   *
   * @param files what kubectl wrote
   * @param options what else is known of it; APIs given here are added to those of the file
   */
  public static fromKubectl(files: KubectlFiles, options: ClusterTargetOptions = {}): ClusterTarget {
    const check = Checker.named('ClusterTarget.fromKubectl');
    checkArguments(check, 'ClusterTarget.fromKubectl', [files, options]);
    const version = readVersion(check.at('version'), files.version);
    const served = files.apiVersions !== undefined && readApiVersions(check.at('apiVersions'), files.apiVersions);
    check.done();
    const apis = served ? [...served, ...(options.apis ?? [])] : options.apis;
    return ClusterTarget.kubernetes(version!, { ...options, apis });
  }

  /** The cluster that a construct is for: the nearest one that was set above it, or plain Kubernetes 1.33. */
  public static of(scope: IConstruct): ClusterTarget {
    return SCOPE.get(scope) ?? ClusterTarget.kubernetes(`1.${DEFAULT}`);
  }

  /** Whose cluster it is. */
  public readonly cloud: Cloud;

  /** Which adapter serves metrics of pods to autoscalers. */
  public readonly metricsAdapter: MetricsAdapter;

  private readonly apis?: readonly string[];
  private readonly versions: ClusterVersions;

  private constructor(
    /** The minor of Kubernetes 1, for example 33. */
    public readonly minor: number,
    // JavaScript may call this without: what comes of it is refused where it is given
    options: ClusterTargetOptions = {},
  ) {
    this.cloud = options.cloud ?? Cloud.GENERIC;
    this.metricsAdapter = options.metricsAdapter ?? MetricsAdapter.PROMETHEUS;
    this.apis = options.apis;
    this.versions = { minor, gates: options.featureGates ?? [], components: options.components ?? {} };
  }

  /** The version as text, for example `1.33`. */
  public get version(): string {
    return `1.${this.minor}`;
  }

  /** Makes this the target of everything at and below `scope`; a nearer one wins. */
  public applyTo(scope: IConstruct): void {
    SCOPE.set(scope, this);
  }

  /**
   * False where the cluster is known not to serve the group/version.
   *
   * @param apiVersion for example `autoscaling.k8s.io/v1`
   */
  public servesApi(apiVersion: string): boolean {
    return this.apis === undefined || this.apis.includes(apiVersion);
  }

  /**
   * Whether the cluster has a feature of Kubernetes or of a component.
   * @internal
   */
  public _has(name: ClusterFeatureName): boolean {
    return hasFeature(this.versions, name);
  }

  /**
   * Refuses what was given where the cluster lacks the feature.
   * @internal
   */
  public _require(name: ClusterFeatureName, check: Checker, got: unknown, instead = 'leave it out'): void {
    requireFeature(this.versions, name, check, got, instead);
  }

  /**
   * Refuses a custom resource that the cluster is known not to serve.
   * @internal
   */
  public _requireApi(apiVersion: string, check: Checker, got: unknown): void {
    if (this.servesApi(apiVersion)) return;
    check.refuse(
      got,
      `a cluster that serves ${apiVersion} (the target lists its APIs, and this is not among them)`,
      `install it and add '${apiVersion}' to apis, or leave it out`,
    );
  }
}

isType('ClusterTarget', ClusterTarget);
