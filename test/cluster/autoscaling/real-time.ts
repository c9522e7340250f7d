/**
 * With CLUSTER_TEST_REAL_TIME the autoscaler and the metrics keep the hours of a real cluster, and the whole fall of
 * the default autoscaler is waited for: half an hour, for the figures of docs/autoscaling.md.
 */
export const REAL_TIME = process.env.CLUSTER_TEST_REAL_TIME !== undefined;

/** Seconds between two looks of the autoscaler: 15 by default, which would make every test wait. */
export const SYNC_SECONDS = REAL_TIME ? 15 : 2;

/** Seconds between two samples of a pod: --metric-resolution of metrics-server, whose manifest says 15. */
export const SAMPLE_SECONDS = REAL_TIME ? 15 : 0;
