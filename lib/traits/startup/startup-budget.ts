import type { Duration } from 'cdk8s';
import { checkSeconds, seconds } from '../../internal/checks/durations';
import type { Checker } from '../../internal/errors';
import { quantity } from '../../internal/quantity';

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
  /** What comes before, downloads by an init container: no probe sees it, but the rollout's deadline does. */
  readonly prepareSeconds: number;
}

/**
 * Size not known: KServe gives a server 10 minutes (10 s x 60), llm-d an LLM 30 (30 s x 60). A budget that is too long
 * only delays the restart of a server that hangs; one that is too short restarts a healthy one for ever.
 */
const UNKNOWN_SIZE = { cpu: 600, gpu: 1800 };

/** Interpreter, imports, and for GPUs the compilation and capture of kernels, before and after the weights are read. */
const BASE = { cpu: 60, gpu: 300 };

/** Bytes per second of a download: KServe's OCI sample took 41 minutes for 140 GB from S3, 57 MB/s; rounded down. */
const DOWNLOAD = 50e6;

/** Bytes per second from a disk into the server: the least throughput of common network disks (judgement). */
const READ = 100e6;

/** A day: beyond it, something else is wrong. */
const LONGEST = 24 * 3600;

/** Refuses a budget that cannot be meant. */
export function checkStartup(check: Checker, startup: Duration | undefined): void {
  const fix = 'give the longest time from the start of the container to its first answer';
  checkSeconds(check, startup, { min: 10, max: LONGEST }, fix);
}

/** How long a new pod may take until it answers. */
export function startupBudget(context: StartupContext): StartupBudget {
  const bytes = context.modelSize === undefined ? undefined : quantity(context.modelSize);
  return {
    startupSeconds: context.startup ? seconds(context.startup) : derived(bytes, context),
    // an explicit budget is the server's; what its init containers take is not in it
    prepareSeconds: context.delivery === 'init' ? wholeMinutes((bytes ?? 0) / DOWNLOAD) || 60 : 0,
  };
}

function derived(bytes: number | undefined, { gpus, delivery }: StartupContext): number {
  const kind = gpus > 0 ? 'gpu' : 'cpu';
  if (bytes === undefined) return UNKNOWN_SIZE[kind];
  return wholeMinutes(BASE[kind] + bytes / READ + (delivery === 'server' ? bytes / DOWNLOAD : 0));
}

function wholeMinutes(time: number): number {
  return Math.ceil(time / 60) * 60;
}
