import type { Manifest } from '../../cluster/plane/api';

export type Environment = { readonly [name: string]: string };

/**
 * The environment that the kubelet would give the container: the last entry of a name wins, references to fields of
 * the pod are read, and `$(NAME)` is replaced where NAME stands earlier in the list.
 */
export function environmentOf(pod: Manifest, container?: string): Environment {
  const environment: { [name: string]: string } = {};
  for (const { name, value, valueFrom } of containerOf(pod, container).env ?? []) {
    const field = valueFrom?.fieldRef?.fieldPath;
    environment[name] = field ? fieldOf(pod, field) : expanded(value ?? '', environment);
  }
  return environment;
}

/** Command and arguments with the variables that they name, as the kubelet starts them. */
export function commandOf(pod: Manifest, container?: string): string[] {
  const { command = [], args = [] } = containerOf(pod, container);
  const environment = environmentOf(pod, container);
  return [...command, ...args].map((word: string) => expanded(word, environment));
}

/** Those variables only, so that a test compares what it is about. */
export function only(environment: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)));
}

function containerOf(pod: Manifest, container?: string): Manifest {
  const found = pod.spec.containers.find(({ name }: Manifest) => container === undefined || name === container);
  if (!found) throw new Error(`${pod.metadata.name} has no container ${container}`);
  return found;
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
