import type { JsonObject } from './json';
import type { ObjectType } from './notation';

/**
 * Fields of which the API server takes one, which OpenAPI does not say; the rest of the type is not concerned. From
 * pkg/apis/core/validation/validation.go of Kubernetes: "may not specify more than 1 volume type" and the like.
 */
const ONE_OF: Readonly<Record<string, (field: string) => boolean>> = {
  'core/v1.EnvVar': (field) => ['value', 'valueFrom'].includes(field),
  'core/v1.EnvVarSource': () => true,
  'core/v1.LifecycleHandler': () => true,
  'core/v1.Probe': (field) => ['exec', 'grpc', 'httpGet', 'tcpSocket'].includes(field),
  'core/v1.Volume': (field) => field !== 'name',
};

/** Types whose `rollingUpdate` only the type RollingUpdate takes: pkg/apis/apps/validation/validation.go of Kubernetes. */
const STRATEGIES: readonly string[] = ['apps/v1.DeploymentStrategy', 'apps/v1.StatefulSetUpdateStrategy'];

/** The fields of an object that the API server does not take together; none where there are no such. */
export function exclusiveFields({ file, name }: ObjectType, value: JsonObject): readonly string[] {
  const key = `${file}/${name}`;
  if (STRATEGIES.includes(key)) {
    const { type = 'RollingUpdate', rollingUpdate } = value;
    return rollingUpdate !== undefined && type !== 'RollingUpdate' ? ['type', 'rollingUpdate'] : [];
  }
  const isOne = ONE_OF[key];
  // an empty text is none
  const found = isOne ? Object.keys(value).filter((field) => isOne(field) && value[field] !== '') : [];
  return found.length > 1 ? found : [];
}
