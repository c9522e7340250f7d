import type { Duration } from 'cdk8s';
import { checkSeconds, seconds } from '../../internal/checks/durations';
import type { Definition } from '../../internal/definition';
import { checkName } from '../../internal/names';
import type { CleanupPlan, RunNaming } from './plan';

export type RunDefinition = Definition<void, RunNaming>;

/** By what it runs: a changed job is a new run, an unchanged one never runs twice. */
export const byHash: RunDefinition = { check: () => {}, plan: () => ({ type: 'hash' }) };

export function byVersion(version: string): RunDefinition {
  return {
    check: (check) => checkName(check.at('version'), version, 'label', "write it like 'v7'"),
    plan: () => ({ type: 'version', text: version }),
  };
}

export function byName(name: string): RunDefinition {
  return {
    check: (check) => checkName(check.at('name'), name, 'service'),
    plan: () => ({ type: 'fixed', text: name }),
  };
}

export type CleanupDefinition = Definition<void, CleanupPlan>;

export function cleanupAfter(time: Duration): CleanupDefinition {
  return {
    check: (check) => checkSeconds(check.at('time'), time, { min: 0 }, 'give whole seconds'),
    plan: () => ({ ttlSeconds: seconds(time) }),
  };
}
