import { checkServerPort } from '../../internal/checks/addresses';
import { checkCommand } from '../../internal/checks/text';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { Compute } from '../../values';
import { checkExtraContainer } from '../extra-container/check';
import { planExtraContainer } from '../extra-container/plan';
import type { CustomSidecarOptions } from './options';
import type { SidecarContext, SidecarPlan } from './plan';
import { checkSidecarProbes, planSidecarProbes, startupSeconds } from './probes';

/** Small helpers; those that need more say so. */
const COMPUTE: Compute = { cpu: '50m', memory: '64Mi' };

/** Any container beside the main one. What every container has is checked when it is planned. */
export function customSidecar(options: CustomSidecarOptions): Definition<SidecarContext, SidecarPlan> {
  return { check: (check, context) => checkCustom(check, options, context), plan: (context) => plan(options, context) };
}

function checkCustom(check: Checker, options: CustomSidecarOptions, context: SidecarContext): void {
  checkExtraContainer(check, options);
  options.ports?.forEach(({ name, port }, i) => {
    checkName(check.at('ports').at(i).at('name'), name, 'port');
    checkServerPort(check.at('ports').at(i).at('port'), port);
  });
  checkSidecarProbes(check.at('probes'), options, context);
  if (options.preStop?.length === 0)
    check.at('preStop').refuse([], 'a command', "write it like ['/bin/drain'], or leave it out");
  checkCommand(check.at('preStop'), options.preStop);
}

function plan(options: CustomSidecarOptions, context: SidecarContext): SidecarPlan {
  const { name, ports = [], preStop } = options;
  const { startup, readiness, liveness } = planSidecarProbes(options);
  const isNative = context.target._has('nativeSidecars');
  const own = planExtraContainer(options, context, { compute: COMPUTE, volumePrefix: name });
  return {
    ...own,
    request: {
      ...own.request,
      ports: ports.map((one) => ({ name: one.name, containerPort: one.port })),
      startupProbe: startup,
      readinessProbe: readiness,
      livenessProbe: liveness,
      preStop: preStop && { exec: { command: [...preStop] } },
      sidecar: isNative,
    },
    ports,
    startupSeconds: isNative ? startupSeconds(startup) : 0,
  };
}
