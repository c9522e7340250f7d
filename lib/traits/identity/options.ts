/** Options of every identity. */
export interface TokenOptions {
  /**
   * Whether the token for the Kubernetes API is mounted (`automountServiceAccountToken`). The workload identities of clouds
   * do not need it.
   *
   * @default false
   */
  readonly mountToken?: boolean;
}

/** Options of a ServiceAccount of the workload. */
export interface DedicatedIdentityOptions extends TokenOptions {
  /**
   * Annotations of the ServiceAccount.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Options of a Google service account, by Workload Identity Federation for GKE. */
export interface GkeIdentityOptions extends DedicatedIdentityOptions {
  /** E-mail of the Google service account that the pods act as, for example `churn-predictor@my-project.iam.gserviceaccount.com`. */
  readonly gcpServiceAccount: string;
}

/** Options of an AWS role, by IAM roles for service accounts. */
export interface EksIdentityOptions extends DedicatedIdentityOptions {
  /** ARN of the role that the pods act as. */
  readonly roleArn: string;
}

/** Options of an Azure managed identity or application, by Microsoft Entra Workload ID. */
export interface AksIdentityOptions extends DedicatedIdentityOptions {
  /** Client id of the identity that the pods act as. */
  readonly clientId: string;
  /**
   * Tenant of the identity.
   *
   * @default - the tenant of the cluster
   */
  readonly tenantId?: string;
}
