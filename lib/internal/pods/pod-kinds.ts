import { BUILT_IN_PODS } from './built-in';
import type { PodKinds } from './pod-set';
import { RAY_PODS } from './ray';
import { SERVING_PODS } from './serving';
import { TRAINING_PODS } from './training';
import { WORKFLOW_PODS } from './workflows';

/** Where custom resources keep their pods; paths are those of their CRDs (a test compares them). */
export const CUSTOM_PODS: PodKinds = { ...TRAINING_PODS, ...RAY_PODS, ...SERVING_PODS, ...WORKFLOW_PODS };

/** Every kind of object that has pods, by `group/Kind`. A new kind is one row in the table of its family. */
export const POD_KINDS: PodKinds = { ...BUILT_IN_PODS, ...CUSTOM_PODS };
