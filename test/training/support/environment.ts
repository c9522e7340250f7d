import type { Manifest } from '../../cluster/plane/api';

export type Environment = { readonly [name: string]: string };

/**
 * The environment that the kubelet would give the container: the last entry of a name wins, references to fields of
 * the pod are read, and `$(NAME)` is replaced where NAME stands earlier in the list.
 */
export function environmentOf(pod: Manifest, container?: string): Environment {
  const found = pod.spec.containers.find(({ name }: Manifest) => container === undefined || name === container);
  if (!found) throw new Error(`${pod.metadata.name} has no container ${container}`);
  const environment: { [name: string]: string } = {};
  for (const { name, value, valueFrom } of found.env ?? []) {
    const field = valueFrom?.fieldRef?.fieldPath;
    environment[name] = field ? fieldOf(pod, field) : expanded(value ?? '', environment);
  }
  return environment;
}

/** Those variables only, so that a test compares what it is about. */
export function only(environment: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)));
}

function expanded(value: string, known: { readonly [name: string]: string }): string {
  return value.replace(/\$\$|\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)/g, (whole, name?: string) => {
    if (name === undefined) return '$';
    return known[name] ?? whole;
  });
}

function fieldOf(pod: Manifest, path: string): string {
  const keyed = /^metadata\.(annotations|labels)\['(.+)'\]$/.exec(path);
  if (keyed) return pod.metadata[keyed[1]]?.[keyed[2]] ?? '';
  const value = path.split('.').reduce((node, part) => node?.[part], pod as any);
  return String(value ?? '');
}
