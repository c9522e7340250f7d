import type { Duration } from 'cdk8s';
import type { Checker } from '../internal/errors';

/** What the start-up budget depends on. */
export interface StartupContext {
  /** `startup` of the workload. */
  readonly startup?: Duration;
  /** Size of the model, a quantity, where it is known. */
  readonly modelSize?: string;
  /**
   * Where the model comes from: `image` (in it or a volume of one: pulled before the container starts), `volume` (a
   * claim), `init` (an init container downloads it) or `server` (the server downloads it by itself).
   */
  readonly delivery: 'image' | 'volume' | 'init' | 'server';
  /** GPUs of the server's container, 0 without. */
  readonly gpus: number;
}

/** How long a new pod may take, in seconds. */
export interface StartupBudget {
  /** From the start of the server's container to its first right answer: the startup probe's total. */
  readonly startupSeconds: number;
  /** What init containers may take before: not seen by any probe, but by the rollout's deadline. */
  readonly prepareSeconds: number;
}

/** Refuses a budget that cannot be meant. */
export function checkStartup(_check: Checker, _startup: Duration | undefined): void {}

/** How long a new pod may take until it answers. */
export function startupBudget(_context: StartupContext): StartupBudget {
  throw new Error('not written yet');
}
