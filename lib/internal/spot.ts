/** Nodes that a cloud takes back when it needs them. */
export interface SpotNodes {
  /** Label that the cloud puts on them, and its value. */
  readonly label: string;
  readonly value: string;
  /** Seconds from the notice to the end of the node. */
  readonly noticeSeconds: number;
}

export const SPOT_NODES = {
  // https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms#termination-graceful-shutdown
  gke: { label: 'cloud.google.com/gke-spot', value: 'true', noticeSeconds: 15 },
  // https://karpenter.sh/docs/concepts/scheduling/
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html
  eks: { label: 'karpenter.sh/capacity-type', value: 'spot', noticeSeconds: 120 },
  // https://learn.microsoft.com/azure/aks/spot-node-pool
  aks: { label: 'kubernetes.azure.com/scalesetpriority', value: 'spot', noticeSeconds: 30 },
} as const satisfies Readonly<Record<string, SpotNodes>>;
