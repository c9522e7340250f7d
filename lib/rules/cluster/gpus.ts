import { own, record } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';

/**
 * Whole GPUs and other accelerators, by the names that their device plugins register. A slice of a GPU (`nvidia.com/mig-...`)
 * or a share of one (`nvidia.com/gpu.shared`) is none.
 */
const ACCELERATORS = new Set([
  'amd.com/gpu',
  'aws.amazon.com/neuron',
  'aws.amazon.com/neuroncore',
  'aws.amazon.com/neurondevice',
  'gpu.intel.com/i915',
  'gpu.intel.com/xe',
  'habana.ai/gaudi',
  'huawei.com/Ascend910',
  'nvidia.com/gpu',
]);

/** How many accelerators a container has, from its `resources`. */
export function gpusOf(resources: unknown, names: ReadonlySet<string> = ACCELERATORS): number {
  const limits = record(own(resources, 'limits'));
  let count = 0;
  for (const resource of Object.keys(limits))
    if (names.has(resource)) count += Math.max(0, quantityOf(limits[resource]) ?? 0);
  return count;
}
