import { defaultsTable } from '../defaults-table';

export const NVIDIA_GPU = defaultsTable('NvidiaGpuOptions', { count: 1, spot: false });
export const NVIDIA_SHARED_GPU = defaultsTable('NvidiaSharedGpuOptions', { spot: false });
export const AMD_GPU = defaultsTable('AmdGpuOptions', { count: 1 });
export const INTEL_GPU = defaultsTable('IntelGpuOptions', { count: 1 });
