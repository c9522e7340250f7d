import { autoscalerWithoutTarget } from './catalogue/autoscaler-without-target';
import { budgetBlocksDrain } from './catalogue/budget-blocks-drain';
import { claimBlocksRollout } from './catalogue/claim-blocks-rollout';
import { claimWithSeveralPods } from './catalogue/claim-with-several-pods';
import { closedByNetworkPolicy } from './catalogue/closed-by-network-policy';
import { deprecatedApi } from './catalogue/deprecated-api';
import { diskLimitOfSome } from './catalogue/disk-limit-of-some';
import { duplicateEntry } from './catalogue/duplicate-entry';
import { duplicateObject } from './catalogue/duplicate-object';
import { floatingImage } from './catalogue/floating-image';
import { gangsWithoutQueue } from './catalogue/gangs-without-queue';
import { gpuRolloutSurge } from './catalogue/gpu-rollout-surge';
import { gpusWithoutShm } from './catalogue/gpus-without-shm';
import { graceExceedsSpotNotice } from './catalogue/grace-exceeds-spot-notice';
import { hpaAndVpa } from './catalogue/hpa-and-vpa';
import { hpaBounds } from './catalogue/hpa-bounds';
import { hpaWithFixedReplicas } from './catalogue/hpa-with-fixed-replicas';
import { hpaWithoutRequest } from './catalogue/hpa-without-request';
import { incompleteObject } from './catalogue/incomplete-object';
import { invalidAnnotation } from './catalogue/invalid-annotation';
import { invalidData } from './catalogue/invalid-data';
import { invalidEnv } from './catalogue/invalid-env';
import { invalidExpects } from './catalogue/invalid-expects';
import { invalidLabel } from './catalogue/invalid-label';
import { invalidName } from './catalogue/invalid-name';
import { invalidPartName } from './catalogue/invalid-part-name';
import { invalidQuotaKey } from './catalogue/invalid-quota-key';
import { invalidResources } from './catalogue/invalid-resources';
import { invalidRestartPolicy } from './catalogue/invalid-restart-policy';
import { invalidRoute } from './catalogue/invalid-route';
import { invalidValue } from './catalogue/invalid-value';
import { kubernetesKey } from './catalogue/kubernetes-key';
import { literalCredential } from './catalogue/literal-credential';
import { livenessBeforeReadiness } from './catalogue/liveness-before-readiness';
import { memoryLockWithoutRoot } from './catalogue/memory-lock-without-root';
import { meshKeepsRun } from './catalogue/mesh-keeps-run';
import { metricNotScraped } from './catalogue/metric-not-scraped';
import { missingClaim } from './catalogue/missing-claim';
import { missingConfigMap } from './catalogue/missing-config-map';
import { missingConfigMapKey } from './catalogue/missing-config-map-key';
import { missingPriorityClass } from './catalogue/missing-priority-class';
import { missingSecret } from './catalogue/missing-secret';
import { missingSecretKey } from './catalogue/missing-secret-key';
import { missingService } from './catalogue/missing-service';
import { missingServiceAccount } from './catalogue/missing-service-account';
import { missingServicePort } from './catalogue/missing-service-port';
import { missingVolume } from './catalogue/missing-volume';
import { namespaceOnClusterObject } from './catalogue/namespace-on-cluster-object';
import { networkPolicyWithoutPods } from './catalogue/network-policy-without-pods';
import { nodePortTaken } from './catalogue/node-port-taken';
import { outsideLimitRange } from './catalogue/outside-limit-range';
import { podRefusedByQuota } from './catalogue/pod-refused-by-quota';
import { podSecurity } from './catalogue/pod-security';
import { podWithTwoBudgets } from './catalogue/pod-with-two-budgets';
import { preStopExceedsGrace } from './catalogue/pre-stop-exceeds-grace';
import { probePortUnknown } from './catalogue/probe-port-unknown';
import { queueNotAvailable } from './catalogue/queue-not-available';
import { quotaCountExceeded } from './catalogue/quota-count-exceeded';
import { quotaExceededInTotal } from './catalogue/quota-exceeded-in-total';
import { quotaTooSmall } from './catalogue/quota-too-small';
import { quotaWithoutLimitRange } from './catalogue/quota-without-limit-range';
import { refusedAnnotation } from './catalogue/refused-annotation';
import { regexInPath } from './catalogue/regex-in-path';
import { rolloutStuck } from './catalogue/rollout-stuck';
import { runRepeatedByGitOps } from './catalogue/run-repeated-by-git-ops';
import { secretInManifest } from './catalogue/secret-in-manifest';
import { selectorMissesTemplate } from './catalogue/selector-misses-template';
import { selectorOverlap } from './catalogue/selector-overlap';
import { selectorWithoutPods } from './catalogue/selector-without-pods';
import { serviceForSeveralWorkloads } from './catalogue/service-for-several-workloads';
import { servicePortUnopened } from './catalogue/service-port-unopened';
import { shellVariable } from './catalogue/shell-variable';
import { startupShorterThanDownload } from './catalogue/startup-shorter-than-download';
import { tooLargeForClientApply } from './catalogue/too-large-for-client-apply';
import { twoAutoscalers } from './catalogue/two-autoscalers';
import { unknownWaiver } from './catalogue/unknown-waiver';
import { unservedApi } from './catalogue/unserved-api';
import { waiverWithoutReason } from './catalogue/waiver-without-reason';
import type { Rule } from './rule';

/** Rules about one thing, which have a page of their own in docs/rules/. */
export interface Topic {
  /** Name of the page. */
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** All topics, in the order of the docs. */
export const TOPICS: readonly Topic[] = [
  {
    id: 'objects',
    title: 'Objects, names and labels',
    rules: [
      incompleteObject,
      duplicateObject,
      invalidName,
      invalidLabel,
      invalidAnnotation,
      refusedAnnotation,
      kubernetesKey,
      invalidData,
      tooLargeForClientApply,
      namespaceOnClusterObject,
      unservedApi,
      deprecatedApi,
    ],
  },
  {
    id: 'pods',
    title: 'Pods and containers',
    rules: [
      invalidPartName,
      invalidEnv,
      shellVariable,
      invalidResources,
      invalidValue,
      duplicateEntry,
      invalidRestartPolicy,
      missingVolume,
      probePortUnknown,
      livenessBeforeReadiness,
      preStopExceedsGrace,
      startupShorterThanDownload,
      diskLimitOfSome,
      gpusWithoutShm,
    ],
  },
  {
    id: 'references',
    title: 'References to other objects',
    rules: [
      missingConfigMap,
      missingConfigMapKey,
      missingSecret,
      missingSecretKey,
      missingClaim,
      missingServiceAccount,
      missingService,
      missingServicePort,
      invalidExpects,
    ],
  },
  {
    id: 'network',
    title: 'Services, routes and network policies',
    rules: [
      selectorWithoutPods,
      serviceForSeveralWorkloads,
      servicePortUnopened,
      nodePortTaken,
      regexInPath,
      invalidRoute,
      networkPolicyWithoutPods,
      closedByNetworkPolicy,
    ],
  },
  {
    id: 'rollouts',
    title: 'Selectors, rollouts and disruption',
    rules: [
      selectorMissesTemplate,
      selectorOverlap,
      rolloutStuck,
      gpuRolloutSurge,
      budgetBlocksDrain,
      podWithTwoBudgets,
    ],
  },
  {
    id: 'autoscaling',
    title: 'Autoscaling',
    rules: [
      hpaBounds,
      hpaWithFixedReplicas,
      hpaWithoutRequest,
      hpaAndVpa,
      autoscalerWithoutTarget,
      metricNotScraped,
      twoAutoscalers,
    ],
  },
  {
    id: 'quotas',
    title: 'Quotas and storage',
    rules: [
      quotaWithoutLimitRange,
      invalidQuotaKey,
      podRefusedByQuota,
      quotaTooSmall,
      quotaExceededInTotal,
      quotaCountExceeded,
      claimWithSeveralPods,
      claimBlocksRollout,
      outsideLimitRange,
    ],
  },
  {
    id: 'runs',
    title: 'Training runs and queues',
    rules: [
      gangsWithoutQueue,
      queueNotAvailable,
      missingPriorityClass,
      runRepeatedByGitOps,
      graceExceedsSpotNotice,
      meshKeepsRun,
    ],
  },
  {
    id: 'security',
    title: 'Security and waivers',
    rules: [
      podSecurity,
      memoryLockWithoutRoot,
      literalCredential,
      secretInManifest,
      floatingImage,
      waiverWithoutReason,
      unknownWaiver((id) => RULES.some((rule) => rule.id === id)),
    ],
  },
];

/** Every rule, in the order of the docs. */
export const RULES: readonly Rule[] = TOPICS.flatMap(({ rules }) => rules);
