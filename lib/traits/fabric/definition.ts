import { checkWhole } from '../../internal/checks/numbers';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { checkResourceName } from '../../values/gpu/check';
import { EFA_DEFAULTS, RDMA_DEFAULTS } from '../defaults';
import type { EfaOptions, RdmaOptions } from './options';
import type { FabricPlan } from './plan';

export type FabricDefinition = Definition<void, FabricPlan>;

const EFA_RESOURCE = 'vpc.amazonaws.com/efa';

export function rdmaFabric(options: RdmaOptions): FabricDefinition {
  const { resource, count, adapters, socketInterface } = options;
  return {
    check: (check) => {
      checkResourceName(check.at('resource'), resource);
      checkWhole(check.at('count'), count, { min: 1 }, 'give the adapters of one pod');
      if (adapters?.length === 0)
        check.at('adapters').refuse([], "names of adapters, for example 'mlx5_0'", 'name some, or leave it out');
      adapters?.forEach((adapter, i) => {
        checkDevice(check.at('adapters').at(i), adapter, 'mlx5_0');
      });
      if (socketInterface !== undefined) checkDevice(check.at('socketInterface'), socketInterface, 'eth0');
    },
    plan: () => ({
      resource,
      count: count ?? RDMA_DEFAULTS.values.count,
      env: {
        // without it NCCL goes on over TCP where it cannot use the adapters, many times slower and without a word:
        // https://docs.nvidia.com/deeplearning/nccl/user-guide/docs/env.html#nccl-net
        NCCL_NET: 'IB',
        ...(adapters ? { NCCL_IB_HCA: adapters.join(',') } : {}),
        ...(socketInterface === undefined
          ? {}
          : { NCCL_SOCKET_IFNAME: socketInterface, GLOO_SOCKET_IFNAME: socketInterface }),
      },
    }),
  };
}

export function efaFabric({ count }: EfaOptions): FabricDefinition {
  return {
    check: (check) => checkWhole(check.at('count'), count, { min: 1 }, 'give the adapters of one pod'),
    plan: () => ({
      resource: EFA_RESOURCE,
      count: count ?? EFA_DEFAULTS.values.count,
      // the provider of libfabric; a program that finds none would go on over TCP:
      // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start-nccl.html
      env: { FI_PROVIDER: 'efa' },
    }),
  };
}

/** Of both NCCL reads lists, with prefixes that mean "all but" and "exactly". */
function checkDevice(check: Checker, name: string, example: string): void {
  if (!/^[\w.:^=-]+$/.test(name))
    check.refuse(name, `the name of a device, for example '${example}'`, 'name it as the node does');
}
