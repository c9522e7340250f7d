import { ServiceAccount } from 'cdk8s-plus-28';
import type { EngineInput } from '.';
import { metadata } from './object';

/** The ServiceAccount, where the service has one of its own. */
export function makeAccount({ scope, plan }: EngineInput): void {
  const account = plan.traits.identity.create;
  if (!account) return;
  new ServiceAccount(scope, 'ServiceAccount', {
    metadata: metadata(plan, account.name, account.annotations),
    // the pod decides whether it wants the token; nobody gets one by accident
    automountToken: false,
  });
}
