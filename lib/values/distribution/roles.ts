import type { RoleOptions } from './options';
import type { DistributionRole, RoleKind } from './plan';

/** A role with what its options say. */
export function roleOf(
  name: string,
  kind: RoleKind,
  replicas: number,
  options: RoleOptions = {},
  more: Partial<Pick<DistributionRole, 'ports' | 'env' | 'endsRun' | 'command' | 'args'>> = {},
): DistributionRole {
  const { compute, image, command, args, nodeSelector, tolerations } = options;
  return {
    ...{ name, kind, replicas, compute, image, nodeSelector, tolerations },
    ports: more.ports ?? [],
    env: more.env ?? {},
    endsRun: more.endsRun ?? false,
    command: command ?? more.command,
    args: args ?? more.args,
  };
}
