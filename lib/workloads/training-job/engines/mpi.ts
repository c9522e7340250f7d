import type { DistributionRole } from '../../../values/distribution/plan';

/**
 * Open MPI 5 does not read the variables of older versions (`OMPI_MCA_orte_*`), which controllers set: its own names say
 * the same. https://docs.open-mpi.org/en/v5.0.x/mca.html
 *
 * @param hostFile where the controller writes the hosts
 * @param slots processes on each host, where the file does not say it
 */
export function openMpi5({ kind }: DistributionRole, hostFile: string, slots?: number): Record<string, string> {
  if (kind !== 'launcher') return {};
  return {
    PRTE_MCA_prte_default_hostfile: hostFile,
    ...(slots === undefined ? {} : { PRTE_MCA_prte_set_default_slots: String(slots) }),
  };
}
