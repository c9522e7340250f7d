import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { ModelServicePlan } from '../../plan';
import type { EngineInput } from '.';

/** Metadata that all objects of the service share. */
export function metadata(
  plan: ModelServicePlan,
  name: string,
  annotations: Record<string, string> = {},
  labels: Record<string, string> = {},
): ApiObjectMetadata {
  const all = { ...plan.annotations, ...annotations };
  return { name, labels: { ...plan.labels, ...labels }, annotations: Object.keys(all).length > 0 ? all : undefined };
}

/** A plain object: what is written here is what comes out, also fields newer than any generated class knows. */
export function makeObject(
  { scope, plan }: EngineInput,
  id: string,
  object: {
    apiVersion: string;
    kind: string;
    name: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    spec: object | undefined;
  },
): ApiObject {
  const { apiVersion, kind, name, annotations, labels, spec } = object;
  return new ApiObject(scope, id, { apiVersion, kind, metadata: metadata(plan, name, annotations, labels), spec });
}
