import { checkServerPort } from '../internal/checks/addresses';
import type { Checker } from '../internal/errors';
import { checkName } from '../internal/names';
import { SIDECAR_PORT_DEFAULTS } from './defaults';
import type { Sidecar } from './sidecar';
import type { SidecarPort } from './sidecar-options';

/** Refuses ports that the API server would refuse, or that a container that is not root cannot open. */
export function checkSidecarPorts(check: Checker, ports: readonly SidecarPort[] = []): void {
  ports.forEach(({ name, port }, i) => {
    checkName(check.at(i).at('name'), name, 'port');
    checkServerPort(check.at(i).at('port'), port);
  });
}

/** A port of the server's container. */
interface ServerPort {
  readonly name: string;
  readonly port: number;
}

/**
 * Refuses ports that two containers of the pod would share: one address has each number once, and a Service or a monitor
 * that names a port finds the first of that name.
 */
export function checkPortsApart(check: Checker, sidecars: readonly Sidecar[], server: readonly ServerPort[]): void {
  const taken = server.map(({ name, port }) => ({ name, port, whose: 'the server' }));
  sidecars.forEach((sidecar, i) => {
    portsOf(sidecar).forEach(({ name, port }, j) => {
      const at = check.at(i).at('ports').at(j);
      const numbered = taken.find((one) => one.port === port);
      const named = taken.find((one) => one.name === name);
      if (numbered)
        at.at('port').refuse(
          port,
          `a port that no other container listens on (${numbered.whose} does)`,
          'choose another',
        );
      if (named)
        at.at('name').refuse(
          name,
          `a name that no other port of the pod has (${named.whose} has it)`,
          'choose another',
        );
      taken.push({ name, port, whose: `sidecars[${i}]` });
    });
  });
}

/** Ports of sidecars that the server's callers may call too. */
export function openPorts(sidecars: readonly Sidecar[] = []): number[] {
  const isOpen = ({ open = SIDECAR_PORT_DEFAULTS.values.open }: SidecarPort) => open;
  return sidecars
    .flatMap(portsOf)
    .filter(isOpen)
    .map(({ port }) => port);
}

function portsOf({ _order: order }: Sidecar): readonly SidecarPort[] {
  return order.type === 'custom' ? (order.ports ?? []) : [];
}
