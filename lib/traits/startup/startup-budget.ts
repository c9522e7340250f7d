import type { Duration } from 'cdk8s';
import { checkSeconds, seconds } from '../../internal/checks/durations';
import type { Checker } from '../../internal/errors';
import { quantity } from '../../internal/quantity';

/** Facts that the start-up budget depends on. */
export interface StartupContext {
  /** `startup` of the workload. */
  readonly startup?: Duration;
  /** Size of the model, a quantity, where it is known. */
  readonly modelSize?: string;
  /**
   * Where the model comes from: `image` (an image or an image volume, pulled before the container starts), `volume` (a
   * claim), `init` (an init container downloads it) or `server` (the server downloads it itself).
   */
  readonly delivery: 'image' | 'volume' | 'init' | 'server';
  /** GPUs of the server's container, 0 without. */
  readonly gpus: number;
}

/** Longest start-up times of a new pod, in seconds. */
export interface StartupBudget {
  /** From the start of the server's container to the first success of the startup probe. */
  readonly startupSeconds: number;
  /** Before that: downloads by an init container. No probe includes it, but the deadline of the rollout does. */
  readonly prepareSeconds: number;
}

/**
 * Unknown size: KServe gives a server 10 minutes (10 s x 60), llm-d gives an LLM 30 (30 s x 60). A budget that is too long
 * delays the restart of a server that hangs; one that is too short restarts a healthy server again and again.
 */
const UNKNOWN_SIZE = { cpu: 600, gpu: 1800 };

/** Start of the interpreter, imports and, for GPUs, compilation and capture of kernels; without reading the weights (judgement). */
const BASE = { cpu: 60, gpu: 300 };

/** Bytes per second of a download: KServe's OCI sample took 41 minutes for 140 GB from S3, 57 MB/s; rounded down. */
const DOWNLOAD = 50e6;

/** Bytes per second from a disk: the lowest throughput of common network disks (judgement). */
const READ = 100e6;

/** A longer budget is a mistake (judgement). */
const LONGEST = 24 * 3600;

/** Refuses a budget that is too short or too long to be intended. */
export function checkStartup(check: Checker, startup: Duration | undefined): void {
  const fix = 'give the longest time from the start of the container until the server answers';
  checkSeconds(check, startup, { min: 10, max: LONGEST }, fix);
}

/** Longest time until a new pod answers. */
export function startupBudget(context: StartupContext): StartupBudget {
  const bytes = context.modelSize === undefined ? undefined : quantity(context.modelSize);
  return {
    startupSeconds: context.startup ? seconds(context.startup) : derived(bytes, context),
    // an explicit budget is for the server's container only, without init containers
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
