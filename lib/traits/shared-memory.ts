/**
 * Size of `/dev/shm` for a container with several GPUs, a quantity; nothing where the container runtime's 64 MB do.
 * The volume lies in memory and counts against the container's limit.
 *
 * @param gpus GPUs of the container
 * @param memoryLimit its memory limit, a quantity, where it has one
 */
export function shmSize(_gpus: number, _memoryLimit: string | undefined): string | undefined {
  throw new Error('not written yet');
}
