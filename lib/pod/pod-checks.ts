import type { Checker } from '../internal/errors';
import { checkAnnotations, checkLabels, checkName } from '../internal/names';
import type { PodProps } from './pod-props';

/** Refuses what the API server would refuse of the props of a pod. */
export function checkPodProps(check: Checker, props: PodProps): void {
  checkAnnotations(check.at('podAnnotations'), props.podAnnotations);
  checkLabels(check.at('podLabels'), props.podLabels);
  checkLabels(check.at('nodeSelector'), props.nodeSelector);
  for (const prop of ['priorityClassName', 'runtimeClassName'] as const)
    if (props[prop] !== undefined) checkName(check.at(prop), props[prop], 'subdomain');
  props.imagePullSecrets?.forEach((name, i) => {
    checkName(check.at('imagePullSecrets').at(i), name, 'subdomain');
  });
}

/** Refuses two containers of one name: containers and init containers of a pod share their names. */
export function checkContainerNames(
  containers: readonly { readonly at: Checker; readonly name: string }[],
  reserved: readonly string[] = [],
): void {
  const taken = new Set(reserved);
  for (const { at, name } of containers) {
    if (taken.has(name)) at.refuse(name, 'a name that no other container of the pod has', 'choose another name');
    taken.add(name);
  }
}

/** A port with the place where it was given. */
export interface GivenPort {
  readonly at: Checker;
  readonly name: string;
  readonly port: number;
  /** Who listens on it, for messages. */
  readonly owner: string;
}

/**
 * Refuses ports that two containers of the pod would share: the pod has one address, and a Service or a monitor that names
 * a port finds the first of that name. The ports of the main container come first.
 */
export function checkPortsApart(ports: readonly GivenPort[]): void {
  ports.forEach(({ at, name, port }, i) => {
    const before = ports.slice(0, i);
    const numbered = before.find((one) => one.port === port);
    const named = before.find((one) => one.name === name);
    if (numbered)
      at.at('port').refuse(
        port,
        `a port that no other container listens on (${numbered.owner} does)`,
        'choose another',
      );
    if (named)
      at.at('name').refuse(name, `a name that no other port of the pod has (${named.owner} has it)`, 'choose another');
  });
}
