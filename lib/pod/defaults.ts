import { DnsPolicy } from './pod-options';

/** The literal defaults of props of pods; a test compares them with the `@default` tags. */
export const DNS_DEFAULTS = { struct: 'PodDns', values: { policy: DnsPolicy.CLUSTER_FIRST } } as const;
