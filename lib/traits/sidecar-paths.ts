import { checkContainerPath } from '../internal/checks/paths';
import { decide } from '../internal/definition';
import { Checker } from '../internal/errors';
import { checkName } from '../internal/names';
import { CUSTOM_SIDECAR_DEFAULTS, FLUENTD_DEFAULTS } from './defaults';
import { FLUENTD_PATHS } from './fluentd';
import type { CustomSidecarOptions } from './sidecar-options';
import type { SidecarContext, SidecarOrder } from './sidecar-plan';

/** Where something is mounted in the sidecar, and what asked for it. */
interface Claim {
  readonly at: Checker;
  readonly what: string;
  readonly path: string | undefined;
  readonly isChecked?: boolean;
}

/** Refuses paths that are none, and two mounts on one of them, which the API server refuses. */
export function checkPaths(check: Checker, order: SidecarOrder, context: SidecarContext): void {
  const taken = new Map<string, string>();
  for (const { at, what, path, isChecked } of order.type === 'custom'
    ? custom(check, order, context)
    : fluentd(check, order.logPath)) {
    if (path === undefined) continue;
    if (!isChecked) checkContainerPath(at, path);
    const folder = path.replace(/(?<=.)\/+$/, '');
    const other = taken.get(folder);
    if (other) at.refuse(path, `a path that nothing else is mounted on (${other} is)`, 'choose another path');
    else taken.set(folder, what);
  }
}

function custom(check: Checker, order: CustomSidecarOptions, context: SidecarContext): Claim[] {
  const { config = {}, configPath = CUSTOM_SIDECAR_DEFAULTS.values.configPath } = order;
  const isMounted = Object.keys(config).length > 0 || order.configPath !== undefined;
  const each = (prop: string, paths: readonly (string | undefined)[] = [], inside?: string): Claim[] =>
    paths.map((path, i) => {
      const at = check.at(prop).at(i);
      return { at: inside ? at.at(inside) : at, what: `${prop}[${i}]`, path };
    });
  const secrets = order.secrets?.map((secret) => secret._plan().files?.path);
  const volumes = order.volumes?.map(
    ({ _definition }) => decide(Checker.named(''), _definition, context)?.mount.mountPath,
  );
  const mounts = order.mounts?.map(({ mountPath }) => mountPath);
  return [
    { at: check.at('configPath'), what: 'config', path: isMounted ? configPath : undefined },
    { at: check.at('sharedPath'), what: 'sharedPath', path: order.sharedPath },
    // secrets and volumes look at their paths themselves
    ...each('secrets', secrets, 'mountPath').map((claim) => ({ ...claim, isChecked: true })),
    ...each('volumes', volumes, 'mountPath').map((claim) => ({ ...claim, isChecked: true })),
    ...each('mounts', mounts, 'mountPath'),
    ...each('writablePaths', order.writablePaths),
  ];
}

function fluentd(check: Checker, logPath: string = FLUENTD_DEFAULTS.values.logPath): Claim[] {
  const own = [FLUENTD_PATHS.config, FLUENTD_PATHS.state, '/tmp'];
  return [
    ...own.map((path) => ({ at: check, what: 'what Fluentd needs', path })),
    { at: check.at('logPath'), what: 'logPath', path: logPath },
  ];
}

/** Refuses volumes that the API server would refuse, each by itself. */
export function checkVolumes(check: Checker, order: CustomSidecarOptions, { target }: SidecarContext): void {
  order.volumes?.forEach((volume, i) => {
    volume._definition.check(check.at('volumes').at(i), { target });
  });
  order.mounts?.forEach(({ volume }, i) => {
    checkName(check.at('mounts').at(i).at('volume'), volume, 'label', 'name a volume of the pod');
  });
}
