/** Whether the pods are given the token of their ServiceAccount. */
export interface TokenOptions {
  /**
   * Whether the token that speaks to the Kubernetes API is mounted (`automountServiceAccountToken`). Clouds' workload
   * identities do not need it.
   *
   * @default false
   */
  readonly mountToken?: boolean;
}

/** A ServiceAccount of the workload's own. */
export interface DedicatedIdentityOptions extends TokenOptions {
  /**
   * Annotations of the ServiceAccount.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A Google service account, by Workload Identity Federation for GKE. */
export interface GkeIdentityOptions extends DedicatedIdentityOptions {
  /** E-mail of the Google service account that the pods act as, for example `churn-predictor@my-project.iam.gserviceaccount.com`. */
  readonly gcpServiceAccount: string;
}

/** An AWS role, by IAM roles for service accounts. */
export interface EksIdentityOptions extends DedicatedIdentityOptions {
  /** ARN of the role that the pods act as. */
  readonly roleArn: string;
}

/** An Azure managed identity or application, by Microsoft Entra Workload ID. */
export interface AksIdentityOptions extends DedicatedIdentityOptions {
  /** Client id of the identity that the pods act as. */
  readonly clientId: string;
  /**
   * Tenant of the identity.
   *
   * @default - the cluster's
   */
  readonly tenantId?: string;
}
