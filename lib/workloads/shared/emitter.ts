import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Service, type ServiceType } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { defined } from '../../internal/json';
import type { ServiceSpec } from '../../internal/kubernetes';
import type { ObjectPlan } from '../../internal/object-plan';
import { overrideManifest } from '../../internal/override';
import { makeOnce } from './shared-objects';

/** Values that are decided at synth only, by path: `spec.replicas`. */
export type LateValues = Readonly<Record<string, () => unknown>>;

/** Makes an API object of each plan, below the workload. The only place where objects of workloads are made. */
export function emitObjects(workload: Construct, plans: readonly ObjectPlan[], late: LateValues = {}): void {
  for (const plan of plans) {
    const emit = () => (plan.kind === 'Service' ? emitService(workload, plan) : emitObject(workload, plan, late));
    if (plan.isShared) makeOnce(workload, plan, emit);
    else emit();
  }
}

/** A plain object: what is in the plan is what is written, also fields that are newer than any generated class. */
function emitObject(scope: Construct, plan: ObjectPlan, late: LateValues): ApiObject {
  const { id, apiVersion, kind } = plan;
  const fields = (plan.late ?? []).reduce((all, path) => withLate(all, path.split('.'), late[path]), plan.fields);
  return new ApiObject(scope, id, { apiVersion, kind, metadata: metadata(plan), ...fields });
}

/**
 * A Service of cdk8s-plus, so that a user's own Ingress or NetworkPolicy can point at it. cdk8s-plus knows neither named
 * target ports nor traffic policies, and writes an empty list of external addresses: the plan is merged into its output.
 */
function emitService(scope: Construct, plan: ObjectPlan): ApiObject {
  const spec = plan.fields.spec as ServiceSpec;
  const service = new Service(scope, plan.id, {
    metadata: metadata(plan),
    type: spec.type as ServiceType | undefined,
    ports: (spec.ports ?? []).map(({ name, port, nodePort }) => ({ name, port, nodePort })),
  });
  for (const [key, value] of Object.entries(spec.selector ?? {})) service.selectLabel(key, value);
  const object = ApiObject.of(service);
  overrideManifest(object, { spec: { externalIPs: null, ...(defined(spec) as object) } });
  return object;
}

/** All of it: overrides may have added fields. */
function metadata({ metadata: { annotations, ...rest } }: ObjectPlan): ApiObjectMetadata {
  return { ...rest, annotations: Object.keys(annotations ?? {}).length > 0 ? annotations : undefined };
}

function withLate(value: unknown, [step, ...rest]: string[], produce: () => unknown): Record<string, unknown> {
  const fields = value as Record<string, unknown>;
  if (rest.length === 0) return { ...fields, [step]: Lazy.any({ produce }) };
  return { ...fields, [step]: withLate(fields[step] ?? {}, rest, produce) };
}
