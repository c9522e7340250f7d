import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkContainerPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import { checkCommand } from '../../internal/checks/text';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { Compute } from '../../values';
import { CUSTOM_SIDECAR_DEFAULTS } from '../defaults';
import { checkShared, legalSize } from './check';
import type { CustomSidecarOptions } from './options';
import { type SidecarContext, type SidecarPlan, sidecarConfigMaps } from './plan';
import { checkSidecarProbes, planSidecarProbes, startupSeconds } from './probes';

/** Small helpers; those that need more say so. */
const COMPUTE: Compute = { cpu: '50m', memory: '64Mi' };

/** For files that a helper writes by itself (judgement). */
const SCRATCH = '256Mi';

/** Any container beside the main one. What every container has is checked when it is planned. */
export function customSidecar(options: CustomSidecarOptions): Definition<SidecarContext, SidecarPlan> {
  return { check: (check, context) => checkCustom(check, options, context), plan: (context) => plan(options, context) };
}

function checkCustom(check: Checker, options: CustomSidecarOptions, context: SidecarContext): void {
  checkShared(check, options.name, options.compute);
  checkCommand(check.at('command'), options.command);
  options.ports?.forEach(({ name, port }, i) => {
    checkName(check.at('ports').at(i).at('name'), name, 'port');
    checkServerPort(check.at('ports').at(i).at('port'), port);
  });
  checkSidecarProbes(check.at('probes'), options, context);
  if (options.preStop?.length === 0)
    check.at('preStop').refuse([], 'a command', "write it like ['/bin/drain'], or leave it out");
  checkCommand(check.at('preStop'), options.preStop);
  if (options.sharedSizeLimit !== undefined) checkBytes(check.at('sharedSizeLimit'), options.sharedSizeLimit);
  checkContainerPath(check.at('sharedPath'), options.sharedPath);
  // 0 is root, which restricted Pod Security forbids
  checkWhole(check.at('user'), options.user, { min: 1 }, 'give the numeric user of the image');
  checkWritable(check.at('writablePaths'), options);
  options.mounts?.forEach(({ volume, mountPath }, i) => {
    checkName(check.at('mounts').at(i).at('volume'), volume, 'label', 'name a volume of the pod');
    checkContainerPath(check.at('mounts').at(i).at('mountPath'), mountPath);
  });
}

function checkWritable(check: Checker, { writablePaths = [], sharedPath }: CustomSidecarOptions): void {
  writablePaths.forEach((path, i) => {
    checkContainerPath(check.at(i), path);
    const first = writablePaths.indexOf(path);
    const other = path === sharedPath ? 'sharedPath' : first < i ? `writablePaths[${first}]` : undefined;
    if (other)
      check
        .at(i)
        .refuse(path, `a path that nothing else is mounted on (${other} is)`, 'leave it out, or choose another');
  });
}

function plan(options: CustomSidecarOptions, context: SidecarContext): SidecarPlan {
  const { name, image, command, args, user, ports = [], mounts = [], sharedPath, preStop } = options;
  const { values } = CUSTOM_SIDECAR_DEFAULTS;
  const { startup, readiness, liveness } = planSidecarProbes(options);
  const isNative = context.target._has('nativeSidecars');
  // every sidecar has a /tmp
  const ownPaths = (options.writablePaths ?? []).map((path, i) => ({ path, prop: ['writablePaths', i] as const }));
  return {
    request: {
      name,
      image,
      command,
      args,
      user,
      props: options,
      ports: ports.map((one) => ({ name: one.name, containerPort: one.port })),
      startupProbe: startup,
      readinessProbe: readiness,
      livenessProbe: liveness,
      preStopCommand: preStop,
      readOnlyRoot: options.readOnlyRootFilesystem ?? values.readOnlyRootFilesystem,
      sidecar: isNative,
      writable: [
        { name: `${name}-tmp`, path: '/tmp', sizeLimit: SCRATCH },
        ...ownPaths
          .filter(({ path }) => path !== '/tmp')
          .map((folder, i) => ({ ...folder, name: `${name}-writable-${i + 1}`, sizeLimit: SCRATCH })),
      ],
      configMaps: sidecarConfigMaps(name, context),
      volumePrefix: name,
    },
    shared:
      sharedPath === undefined
        ? undefined
        : {
            volume: {
              name: `${name}-shared`,
              emptyDir: { sizeLimit: legalSize(options.sharedSizeLimit, values.sharedSizeLimit) },
            },
            mountPath: sharedPath,
            prop: 'sharedPath',
          },
    compute: options.compute ?? COMPUTE,
    borrows: mounts,
    ports,
    filesProp: 'configFiles',
    startupSeconds: isNative ? startupSeconds(startup) : 0,
  };
}
