import type { Definition } from '../../internal/definition';
import type { Probe as KubernetesProbe } from '../../internal/kubernetes';
import { checkProbe } from './check';
import { type ProbeContext, type ProbeVariant, planProbe } from './plan';

/** One probe; its plan is nothing where the container has none. */
export type ProbeDefinition = Definition<ProbeContext, KubernetesProbe | undefined>;

export function defineProbe(variant: ProbeVariant): ProbeDefinition {
  return {
    check: (check, context) => checkProbe(check, variant, context),
    plan: (context) => planProbe(variant, context),
  };
}

/** The endpoint of the server's profile, where there is one. */
export const defaultProbe = defineProbe({ type: 'endpoint' });
