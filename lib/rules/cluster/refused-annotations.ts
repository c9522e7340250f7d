import { own, word } from '../../internal/json';
import type { Item } from './item';
import { annotationsOf, type Pods } from './pods';

/** An annotation that the API server reads, and refuses. */
export interface RefusedAnnotation {
  readonly prop: string;
  readonly got: unknown;
  readonly expected: string;
  readonly fix: string;
}

const CLASS = 'kubernetes.io/ingress.class';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';
const NONE: readonly RefusedAnnotation[] = [];

/** True for a key that another rule reports on, where it reports on this object. */
export function isRefused(item: Item, key: string): boolean {
  return key === CLASS && refusedAnnotations(item).length > 0;
}

export function refusedAnnotations(item: Item): readonly RefusedAnnotation[] {
  if (item.type.id !== 'networking.k8s.io/Ingress') return NONE;
  const got = own(item.annotations, CLASS);
  const field = own(item.spec, 'ingressClassName');
  if (got === undefined || field === undefined || field === null) return NONE;
  const expected = 'the class in spec.ingressClassName only';
  return [{ prop: `metadata.annotations[${CLASS}]`, got, expected, fix: `remove the annotation from ${item.title}` }];
}

/** ValidatePodSpecificAnnotations of Kubernetes, pkg/apis/core/validation. */
export function refusedAnnotationsOfPods(pods: Pods): readonly RefusedAnnotation[] {
  const annotations = annotationsOf(pods);
  let found: RefusedAnnotation[] | undefined;
  for (const key of Object.keys(annotations)) {
    const expected = key.startsWith(APP_ARMOR)
      ? expectedOfAppArmor(pods, key.slice(APP_ARMOR.length), annotations[key])
      : key === MIRROR && !own(pods.spec, 'nodeName')
        ? 'no mirror pod: only the kubelet makes them'
        : undefined;
    if (expected === undefined) continue;
    found ??= [];
    const prop = `${pods.set.path ? `${pods.set.path}.` : ''}metadata.annotations[${key}]`;
    found.push({ prop, got: annotations[key], expected, fix: `remove the annotation from ${pods.item.title}` });
  }
  return found ?? NONE;
}

function expectedOfAppArmor({ containers }: Pods, container: string, value: unknown): string | undefined {
  const names = containers.map(({ name }) => name);
  if (!names.includes(container)) return `the name of a container after the slash: ${names.join(', ')}`;
  return /^(runtime\/default|unconfined|localhost\/.+)?$/.test(word(value))
    ? undefined
    : "'runtime/default', 'unconfined' or 'localhost/<profile>'";
}
