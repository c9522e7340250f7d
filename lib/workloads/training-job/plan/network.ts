import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { NetworkPolicySpec } from '../../../internal/kubernetes';
import { defineAccess } from '../../../traits/network-access/definition';
import { DNS } from '../../../traits/network-access/plan';
import type { WorkloadContext } from '../../shared/context';
import type { TrainingEngineDefinition } from '../engines/definition';
import type { TrainingJobProps } from '../training-job-props';

/** A training job serves no requests: nobody may connect unless the user says so. */
const nobody = defineAccess({ type: 'some', sameNamespace: false });

/**
 * The NetworkPolicy of a run: what the user allows, and the pods of the gang among themselves, on all ports, since NCCL
 * and gloo choose random ones (pytorch/pytorch#48575).
 */
export function decideRunPolicy(
  check: Checker,
  { access }: TrainingJobProps,
  { rails }: WorkloadContext,
  runSelector: Readonly<Record<string, string>>,
  isGang: boolean,
  controller: TrainingEngineDefinition['controller'],
): NetworkPolicySpec | undefined {
  const podSelector = { matchLabels: { ...runSelector } };
  const plan = decide(check.at('access'), access?._definition ?? nobody, {
    podSelector,
    exposureCallers: [],
  });
  const spec = plan?.spec;
  if (!spec || !isGang) return spec;
  const self = [{ podSelector }];
  const hasEgress = spec.egress !== undefined;
  const isRestricted = hasEgress || rails?.defaultDenyEgress;
  return {
    ...spec,
    policyTypes: isRestricted ? ['Ingress', 'Egress'] : ['Ingress'],
    ingress: [...(spec.ingress ?? []), { from: self }, ...(controller ? [fromController(controller)] : [])],
    ...(isRestricted ? { egress: [...(spec.egress ?? [DNS]), { to: self }] } : {}),
  };
}

function fromController({ namespace, ports }: NonNullable<TrainingEngineDefinition['controller']>) {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
  return { from: [{ namespaceSelector }], ports: ports.map((port) => ({ protocol: 'TCP', port })) };
}
