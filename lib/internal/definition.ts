import type { Checker } from './errors';

/**
 * The one inner protocol of values and traits: what a factory was given, before anything of it is checked. The class that
 * users see holds one as `_definition`. The construct that receives the value decides it, so that errors have its path.
 *
 * `Context` is what the definition must know of the workload, as plain data. `Plan` is the finished decision, as plain data.
 */
export interface Definition<Context, Plan> {
  /** Refuses everything that is wrong. */
  check(check: Checker, context: Context): void;
  /** Decides. Called only after `check` refused nothing. */
  plan(context: Context): Plan;
}

/** Checks and decides; `undefined` where the definition was refused, now or before at the same prop. */
export function decide<Context, Plan>(
  check: Checker,
  definition: Definition<Context, Plan>,
  context: Context,
): Plan | undefined {
  return check.passes(() => definition.check(check, context)) ? definition.plan(context) : undefined;
}
