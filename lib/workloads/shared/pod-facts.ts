import { decide } from '../../internal/definition';
import { Checker } from '../../internal/errors';
import type { ContainerProps } from '../../pod/container/props';
import type { ClusterTarget } from '../../values/cluster-target';
import type { PodFacts } from '../../values/sources/definition';

/**
 * What the user gave to the main container, of which the containers before it may need a part: proxies, certificates.
 *
 * @param usual environment of the kind of container, which the user's replaces
 * @param configFolder where `configFiles` are unless the user says otherwise
 */
export function podFacts(
  { env, variables, config, configFiles, configPath, secrets, volumes }: ContainerProps,
  usual: Readonly<Record<string, string>>,
  configFolder: string,
  target: ClusterTarget,
): PodFacts {
  // faults are reported where the container is planned
  const unreported = Checker.named('');
  const plain = { ...usual, ...config, ...env };
  const planned = (secrets ?? []).flatMap((one) => decide(unreported, one._definition, undefined) ?? []);
  const referred = Object.entries(variables ?? {}).flatMap(([name, value]) => {
    const plan = value && decide(unreported, value._definition, { target });
    return plan ? [{ name, valueFrom: plan.valueFrom }] : [];
  });
  const mounted = (volumes ?? []).flatMap((one) => decide(unreported, one._definition, { target }) ?? []);
  return {
    env: [
      ...Object.entries(plain).map(([name, value]) => ({ name, value })),
      ...referred,
      ...planned.flatMap((secret) => secret.env),
    ],
    mountPaths: [
      ...mounted.map(({ mount }) => mount.mountPath),
      ...planned.flatMap(({ files }) => files?.path ?? []),
      ...(configFiles ? [configPath ?? configFolder] : []),
    ],
  };
}
