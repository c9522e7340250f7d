import { decide } from '../../../internal/definition';
import { Checker } from '../../../internal/errors';
import type { ServerProfile } from '../../../values/servers/profile';
import type { PodFacts } from '../../../values/sources/definition';
import type { WorkloadContext } from '../../shared/context';
import { CONFIG_PATH } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';

/** What the user gave to the server's container, of which a download may need a part: proxies, certificates. */
export function podFacts(
  { env, config, configFiles, configPath, secrets, volumes }: ModelServiceProps,
  profile: ServerProfile,
  { target }: WorkloadContext,
): PodFacts {
  // faults are reported where the container is planned
  const unreported = Checker.named('');
  const plain = { ...profile.env({ modelName: '', shutdownSeconds: 0 }), ...config, ...env };
  const planned = (secrets ?? []).flatMap((one) => decide(unreported, one._definition, undefined) ?? []);
  const mounted = (volumes ?? []).flatMap((one) => decide(unreported, one._definition, { target }) ?? []);
  return {
    env: [
      ...Object.entries(plain).map(([name, value]) => ({ name, value })),
      ...planned.flatMap((secret) => secret.env),
    ],
    mountPaths: [
      ...mounted.map(({ mount }) => mount.mountPath),
      ...planned.flatMap(({ files }) => files?.path ?? []),
      ...(configFiles ? [configPath ?? CONFIG_PATH] : []),
    ],
  };
}
