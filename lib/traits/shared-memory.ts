import { bytes, quantity } from '../internal/quantity';

/** The size in vLLM's guide. It is multiplied by the number of GPUs, since the buffers of NCCL grow with it. */
const PER_GPU = 2 * 2 ** 30;

/** The volume counts against the memory limit: three quarters stay for the server (judgement). */
const SHARE_OF_MEMORY = 1 / 4;

/**
 * Size of `/dev/shm` for a container with several GPUs, a quantity; nothing where the container runtime's 64 MB do.
 * The volume lies in memory and counts against the container's limit.
 *
 * @param gpus GPUs of the container
 * @param memoryLimit its memory limit, a quantity, where it has one
 */
export function shmSize(gpus: number, memoryLimit: string | undefined): string | undefined {
  if (gpus < 2) return undefined;
  const most = memoryLimit === undefined ? Number.POSITIVE_INFINITY : quantity(memoryLimit) * SHARE_OF_MEMORY;
  return bytes(Math.min(gpus * PER_GPU, most));
}
