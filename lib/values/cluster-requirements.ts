import type { Checker } from '../internal/errors';
import { CLUSTER_COMPONENTS, type ClusterComponents, isAtLeast } from './cluster-components';
import {
  CLUSTER_FEATURES,
  type ClusterFeature,
  type ClusterFeatureName,
  type ComponentFeature,
  type KubernetesFeature,
} from './cluster-features';

/** What is known of a cluster's versions. */
export interface ClusterVersions {
  /** The minor of Kubernetes 1. */
  readonly minor: number;
  /** Feature gates that are on although they are off by default. */
  readonly gates: readonly string[];
  readonly components: ClusterComponents;
}

/** True where the cluster has a feature of Kubernetes or of a component. */
export function hasFeature(versions: ClusterVersions, name: ClusterFeatureName): boolean {
  const feature: ClusterFeature = CLUSTER_FEATURES[name];
  return 'component' in feature ? isInRelease(versions, feature) : isInMinor(versions, feature);
}

/** Refuses what was given where the cluster lacks the feature. */
export function requireFeature(
  versions: ClusterVersions,
  name: ClusterFeatureName,
  check: Checker,
  got: unknown,
  instead: string,
): void {
  if (hasFeature(versions, name)) return;
  const feature: ClusterFeature = CLUSTER_FEATURES[name];
  const { expected, fix } = 'component' in feature ? releaseNeeded(versions, feature) : minorNeeded(versions, feature);
  check.refuse(got, expected, fix === undefined ? instead : `${instead}, or ${fix}`);
}

interface Need {
  readonly expected: string;
  readonly fix?: string;
}

function isInMinor({ minor, gates }: ClusterVersions, { since, gate, gateSince }: KubernetesFeature): boolean {
  return minor >= since || (gate !== undefined && gates.includes(gate) && minor >= (gateSince ?? since));
}

function minorNeeded({ minor }: ClusterVersions, { title, since, gate, gateSince }: KubernetesFeature): Need {
  const early =
    gate && minor >= (gateSince ?? since) ? `, or turn the feature gate ${gate} on and say so in featureGates` : '';
  return {
    expected: `a cluster with ${title}, Kubernetes 1.${since} or newer (the target is 1.${minor})`,
    fix: `target 1.${since}${early}`,
  };
}

function isInRelease({ components }: ClusterVersions, { component, since, until }: ComponentFeature): boolean {
  const release = components[component] ?? CLUSTER_COMPONENTS[component].oldest;
  return (since === undefined || isAtLeast(release, since)) && (until === undefined || !isAtLeast(release, until));
}

function releaseNeeded({ components }: ClusterVersions, feature: ComponentFeature): Need {
  const { title, component, since, until } = feature;
  const { title: name, oldest } = CLUSTER_COMPONENTS[component];
  const known = components[component];
  const has = known ? `the target has ${known}` : `the target does not give its release: ${oldest} is assumed`;
  if (since !== undefined && !isAtLeast(known ?? oldest, since))
    return {
      expected: `a cluster with ${title}, ${name} ${since} or newer (${has})`,
      fix: `install it and set components: { ${component}: '${since}' } of the ClusterTarget`,
    };
  return { expected: `a cluster with ${title}, ${name} before ${until} (${has})` };
}
