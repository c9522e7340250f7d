type Json = Record<string, any>;

export interface PodTemplate {
  /** Such as "Deployment/churn-predictor spec.template". */
  readonly origin: string;
  readonly namespace: string;
  readonly metadata: Json;
  readonly spec: Json;
}

/** Every pod template in an object, at whatever depth: Deployments, CronJobs, and custom resources of any engine. */
export function podTemplatesOf(object: Json): PodTemplate[] {
  const found: PodTemplate[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) visit(each, `${path}[${index}]`);
      return;
    }
    const node = value as Json;
    if (Array.isArray(node.spec?.containers)) {
      found.push({
        origin: `${object.kind}/${object.metadata.name} ${path}`,
        namespace: object.metadata.namespace ?? 'default',
        metadata: node.metadata ?? {},
        spec: node.spec,
      });
      return;
    }
    for (const [key, child] of Object.entries(node)) visit(child, path ? `${path}.${key}` : key);
  };
  visit(object, '');
  return found;
}

/** Without the patches of a runtime of somebody else: they have no image, and are no pods by themselves. */
export function wholePodsOf(object: Json): PodTemplate[] {
  return podTemplatesOf(object).filter(({ spec }) => spec.containers.every(({ image }: Json) => image));
}
