import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { NetworkPolicySpec, Probe } from '../../../internal/kubernetes';
import { defaultExposure } from '../../../traits/exposure/definition';
import type { ExposurePlan } from '../../../traits/exposure/plan';
import type { ExposureContext } from '../../../traits/exposure/variant';
import { defaultMonitoring } from '../../../traits/monitoring/definition';
import type { MetricsEndpoint, MonitoringPlan } from '../../../traits/monitoring/plan';
import { defaultAccess } from '../../../traits/network-access/definition';
import type { ServerProfile } from '../../../values/servers/profile';
import type { WorkloadContext } from '../../shared/context';
import type { ModelServiceProps } from '../model-service-props';
import type { ExtraPortPlan } from './extra-ports';
import type { ServiceNames } from './model-service-plan';
import type { ServerFacts } from './server';

type Labels = Readonly<Record<string, string>>;

/** Checks and decides how clients reach the service. */
export function decideExposure(
  check: Checker,
  props: ModelServiceProps,
  { target }: WorkloadContext,
  { profile, isKnown }: ServerFacts,
  names: ServiceNames,
  { readiness, extraPorts }: { readonly readiness?: Probe; readonly extraPorts: readonly ExtraPortPlan[] },
): ExposurePlan {
  const context: ExposureContext = {
    // the first is that of the server
    ports: isKnown ? [...profile.ports, ...extraPorts.filter(({ inService }) => inService)] : [],
    metricsPort: profile.metrics?.port,
    target,
    serviceName: names.service,
    readiness: isKnown ? readiness : undefined,
  };
  const plan = decide(check.at('exposure'), props.exposure?._definition ?? defaultExposure, context);
  return plan ?? defaultExposure.plan(context);
}

/** Checks and decides how Prometheus finds the metrics. */
export function decideMonitoring(
  check: Checker,
  props: ModelServiceProps,
  { target, rails }: WorkloadContext,
  { profile, isKnown }: ServerFacts,
  exposure: ExposurePlan,
  selector: Labels,
): MonitoringPlan & { readonly metrics?: MetricsEndpoint; readonly isScraped?: boolean } {
  const metrics = metricsOf(profile, exposure);
  const plan = decide(check.at('monitoring'), props.monitoring?._definition ?? defaultMonitoring, {
    server: isKnown ? profile.name : undefined,
    metrics,
    target,
    selector,
    prometheusNamespace: rails?.prometheusNamespace,
  });
  return { podAnnotations: {}, ...plan, metrics, isScraped: plan && plan.scrapers !== undefined };
}

/** Checks and decides who may connect, and what the pods may call. */
export function decideAccess(
  check: Checker,
  props: ModelServiceProps,
  { rails }: WorkloadContext,
  { profile, source }: ServerFacts,
  parts: {
    readonly exposure: ExposurePlan;
    readonly monitoring: ReturnType<typeof decideMonitoring>;
    readonly openPorts: readonly number[];
    readonly selector: Labels;
  },
): NetworkPolicySpec | undefined {
  const { metrics, scrapers } = parts.monitoring;
  const access = decide(check.at('access'), props.access?._definition ?? defaultAccess, {
    podSelector: { matchLabels: { ...parts.selector } },
    serverPorts: [...clientPorts(profile, metrics), ...parts.openPorts],
    exposureCallers: parts.exposure.callers,
    metrics: scrapers && metrics ? { port: metrics.port, from: scrapers } : undefined,
  });
  // a download that the default deny of the namespace would delay until the start-up budget is spent
  if (rails?.defaultDenyEgress && (source?.download || source?.hub || source?.remote) && access && !access.hasEgress)
    check
      .at('access')
      .refuse(
        props.access ? 'no egress' : undefined,
        `egress to where the model comes from: namespace ${rails.namespace} denies all but DNS`,
        'add egress: [{ to: [...], ports: [443] }] to NetworkAccess.allow, or take the model from the image or a claim',
      );
  return access?.spec;
}

/** Ports that clients call: all but one that serves metrics alone. */
export function clientPorts({ ports }: ServerProfile, metrics: MetricsEndpoint | undefined): number[] {
  return ports.map(({ port }) => port).filter((port) => port !== metrics?.port || port === ports[0].port);
}

function metricsOf({ metrics, ports }: ServerProfile, { service }: ExposurePlan): MetricsEndpoint | undefined {
  const port = ports.find(({ name }) => name === metrics?.port);
  if (!metrics || !port) return undefined;
  const inService = (service.spec.ports ?? []).some(({ name }) => name === port.name);
  const { path, scheme } = metrics;
  return { portName: port.name, port: port.port, path, ...(scheme && { scheme }), inService };
}
