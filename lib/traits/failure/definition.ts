import { checkWhole } from '../../internal/checks/numbers';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { REPLACE_PODS_DEFAULTS, RESTART_GANG_DEFAULTS } from '../defaults';
import type { FailureOptions, ReplacePodsOptions, RestartGangOptions } from './options';
import type { FailurePlan } from './plan';

/** Facts that a failure policy depends on. */
export interface FailureContext {
  /** True where several pods of the run connect to each other. */
  readonly isGang: boolean;
}

export type FailureDefinition = Definition<FailureContext, FailurePlan>;

export function restartGang({ maxRestarts, ...options }: RestartGangOptions): FailureDefinition {
  return {
    check: (check) => {
      checkWhole(check.at('maxRestarts'), maxRestarts, { min: 0 }, 'give a number of restarts');
      checkCodes(check, options);
    },
    plan: () => ({
      restart: 'gang',
      maxRestarts: maxRestarts ?? RESTART_GANG_DEFAULTS.values.maxRestarts,
      configErrorCodes: sorted(options),
      isAsked: true,
    }),
  };
}

export function replacePods({ maxReplacements, ...options }: ReplacePodsOptions): FailureDefinition {
  return {
    check: (check) => {
      checkWhole(check.at('maxReplacements'), maxReplacements, { min: 0 }, 'give a number of pods');
      checkCodes(check, options);
    },
    plan: () => ({
      restart: 'pod',
      maxRestarts: maxReplacements ?? REPLACE_PODS_DEFAULTS.values.maxReplacements,
      configErrorCodes: sorted(options),
      isAsked: true,
    }),
  };
}

export function failAtOnce(options: FailureOptions): FailureDefinition {
  return {
    check: (check) => checkCodes(check, options),
    plan: () => ({ restart: 'none', maxRestarts: 0, configErrorCodes: sorted(options), isAsked: true }),
  };
}

/** A gang starts again as a whole where the engine can; one pod is replaced. */
export const defaultFailure: FailureDefinition = {
  check: () => {},
  plan: ({ isGang }) => ({
    restart: isGang ? 'gang' : 'pod',
    maxRestarts: RESTART_GANG_DEFAULTS.values.maxRestarts,
    configErrorCodes: [],
    isAsked: false,
  }),
};

/** https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy: at most 255 values, not 0. */
function checkCodes(check: Checker, { configErrorCodes = [] }: FailureOptions): void {
  configErrorCodes.forEach((code, i) => {
    const at = check.at('configErrorCodes').at(i);
    checkWhole(at, code, { min: 1, max: 255 }, 'give an exit code other than 0');
    if (configErrorCodes.indexOf(code) < i) at.refuse(code, 'a code that is in the list once', 'leave it out');
  });
}

function sorted({ configErrorCodes = [] }: FailureOptions): number[] {
  return [...configErrorCodes].sort((a, b) => a - b);
}
