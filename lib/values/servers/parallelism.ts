import type { Checker } from '../../internal/errors';
import type { GpuPlan } from '../gpu/plan';
import { type GivenOption, lastOf } from './arguments';

/** The options by which a server of language models divides a model over devices. */
export interface ParallelOptions {
  /** Names of tensor parallelism, the one that the library gives first. */
  readonly tensor: readonly string[];
  /** Names of each kind of parallelism that multiplies the devices. */
  readonly others: readonly (readonly string[])[];
}

/**
 * The tensor parallelism that uses all GPUs: their number, divided by the other kinds of parallelism in the arguments.
 * `undefined` where nothing is to be written: one device, or as many as the user says.
 */
export function tensorParallel(
  options: readonly GivenOption[],
  names: ParallelOptions,
  gpu: GpuPlan | undefined,
): number | undefined {
  if (gpu?.devices === undefined) return undefined;
  const size = gpu.devices / product(options, names);
  return size > 1 ? size : undefined;
}

/** Refuses parallelism in the arguments that does not fit the GPUs. */
export function checkParallelism(
  check: Checker,
  options: readonly GivenOption[],
  names: ParallelOptions,
  gpu: GpuPlan | undefined,
): void {
  if (gpu === undefined) return;
  const tensor = lastOf(options, ...names.tensor);
  if (gpu.devices === undefined) {
    if (gpu.count > 1 && !tensor) refuseUnknown(check, names, gpu);
    return;
  }
  if (gpu.devices < gpu.count)
    check.refuse(
      `${gpu.count} of ${gpu.resourceName}`,
      'one slice: of several MIG slices, CUDA uses the first only (NVIDIA Multi-Instance GPU User Guide)',
      'set count to 1 and choose a larger profile, or use whole GPUs',
    );
  if (tensor)
    check
      .at('args')
      .at(tensor.index)
      .refuse(
        tensor.name,
        'an argument that the library does not give by itself',
        'leave it out: it is the number of GPUs in compute.gpu, divided by the other kinds of parallelism',
      );
  checkDivides(check, options, names, gpu.devices);
}

function refuseUnknown(check: Checker, names: ParallelOptions, gpu: GpuPlan): void {
  check
    .at('args')
    .refuse(
      undefined,
      `${names.tensor[0]}: how many devices ${gpu.count} of ${gpu.resourceName} are is not known`,
      `add '${names.tensor[0]}', '${gpu.count}', or what the devices need`,
    );
}

function checkDivides(check: Checker, options: readonly GivenOption[], names: ParallelOptions, devices: number): void {
  const given = names.others.flatMap((one) => lastOf(options, ...one) ?? []);
  const last = given.at(-1);
  if (!last || Number.isInteger(devices / product(options, names))) return;
  const sizes = given.map(({ name, value }) => `${name} ${value}`).join(', ');
  check
    .at('args')
    .at(last.index)
    .refuse(sizes, `sizes whose product divides the ${devices} GPUs`, 'lower them, or change compute.gpu.count');
}

function product(options: readonly GivenOption[], { others }: ParallelOptions): number {
  const sizes = others.map((names) => Number(lastOf(options, ...names)?.value ?? 1));
  return sizes.reduce((all, size) => all * size, 1);
}
