import type { Toleration } from '../internal/kubernetes';
import type { Cloud } from './cluster-target';
import type { Gpu } from './gpu';

/** The nodes that pods with a GPU go to. */
export interface GpuPlacement {
  readonly nodeSelector: Record<string, string>;
  readonly tolerations: Toleration[];
}

export function placement(_gpu: Gpu, _cloud: Cloud): GpuPlacement {
  return { nodeSelector: {}, tolerations: [] };
}
