import type { Checker } from '../../internal/errors';
import type { ContainerContext } from '../../pod/container/container';
import type { GivenPort } from '../../pod/pod-checks';
import type { ClusterTarget } from '../../values/cluster-target';
import { SIDECAR_PORT_DEFAULTS } from '../defaults';
import {
  addExtraContainer,
  type ExtraContainerContext,
  type ExtraContainerPlan,
  type PlannedExtraContainer,
} from '../extra-container/plan';
import type { SidecarPort } from './options';

/** Facts about the workload that a sidecar depends on. */
export interface SidecarContext extends ExtraContainerContext {
  readonly target: ClusterTarget;
  /** Numbers of the container ports that the main container listens on; not given where they are unknown. */
  readonly mainPorts?: readonly number[];
}

/** Everything that is decided about one sidecar before its container is planned. */
export interface SidecarPlan extends ExtraContainerPlan {
  readonly ports: readonly SidecarPort[];
  /** How long it may take until what starts after it starts; 0 where sidecars are not native. */
  readonly startupSeconds: number;
}

/** A sidecar, and what its pod must know of it. */
export interface PlannedSidecar extends PlannedExtraContainer {
  readonly ports: readonly GivenPort[];
  /** Ports that the callers of the main container may call too. */
  readonly openPorts: readonly number[];
}

/** Plans the container of a sidecar, and mounts the shared folder in both containers. */
export function addSidecar(
  check: Checker,
  plan: SidecarPlan,
  mainContainer: string,
  owner: string,
  context: ContainerContext,
): PlannedSidecar {
  const { ports } = plan;
  return {
    ...addExtraContainer(check, plan, mainContainer, context),
    ports: ports.map(({ name, port }, i) => ({ at: check.at('ports').at(i), name, port, owner })),
    openPorts: ports.filter(({ open = SIDECAR_PORT_DEFAULTS.values.open }) => open).map(({ port }) => port),
  };
}
